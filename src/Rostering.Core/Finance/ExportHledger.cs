using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Data;
using Rostering.Core.Finance.Export;
using Rostering.Core.Finance.Rows;
using Rostering.Ledger;
using Rostering.Ledger.Exports;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance;

/// <summary>Writes the ledger as a journal that hledger reads, checks and reports on.</summary>
public sealed class ExportHledger(RosteringContext database)
{
    /// <summary>What to write: one fund or all, and the entries that take effect from one day to another, both included.</summary>
    public sealed record Request(int? Fund = null, LocalDate? From = null, LocalDate? To = null);

    public async Task HandleAsync(FileInfo file, Request request, CancellationToken stop)
    {
        await using var snapshot = await LedgerSnapshot.TakeAsync(database.Database.GetConnectionString()!, stop);
        await using StreamWriter writer = new(file.FullName, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        HledgerJournal journal = new(writer);
        var ofFund = EntryWalk.OfFund(request.Fund);
        journal.Begin(await ReadFundsAsync(snapshot, ofFund, stop));
        if (request.From is { } from)
            await OpenAsync(journal, snapshot, from, $"{ofFund} AND effective_on < '{LocalDatePattern.Iso.Format(from)}'", stop);

        using var walk = await EntryWalk.StartAsync(snapshot, $"{ofFund}{After(request.From)}{Until(request.To)}", "effective_on, fund_id, seq", stop);
        while (walk.Next())
        {
            stop.ThrowIfCancellationRequested();
            Write(journal, walk.Entry, walk.Lines);
        }

        journal.End();
    }

    private static string After(LocalDate? day) => day is { } some ? $" AND effective_on >= '{LocalDatePattern.Iso.Format(some)}'" : "";

    private static string Until(LocalDate? day) => day is { } some ? $" AND effective_on <= '{LocalDatePattern.Iso.Format(some)}'" : "";

    private static void Write(HledgerJournal journal, in StoredEntry entry, IReadOnlyList<StoredPosting> lines) => journal.Add(
        new EntryId(entry.Fund, entry.Seq),
        Days.Of(entry.EffectiveOn),
        Labels.Parse<EntryKind>(entry.Kind),
        Encoding.UTF8.GetString(entry.Evidence),
        Convert.ToHexStringLower(entry.Hash),
        [.. lines.Select(line => new Line(line.Account, line.Unit, line.Amount))]);

    private static async Task<IReadOnlyList<int>> ReadFundsAsync(LedgerSnapshot snapshot, string where, CancellationToken stop)
    {
        List<int> funds = [];
        using var rows = await snapshot.CopyAsync($"SELECT fund_id FROM (SELECT id AS fund_id FROM ledger.fund) AS f WHERE {where} ORDER BY fund_id", stop);
        while (rows.Next())
            funds.Add(rows.Int(0));
        return funds;
    }

    private static async Task OpenAsync(HledgerJournal journal, LedgerSnapshot snapshot, LocalDate day, string where, CancellationToken stop)
    {
        SortedDictionary<int, List<Line>> balances = [];
        using var rows = await snapshot.CopyAsync(
            $"SELECT fund_id, account, unit, sum(amount)::bigint FROM ledger.posting WHERE {where} GROUP BY fund_id, account, unit HAVING sum(amount) <> 0 ORDER BY fund_id, account, unit", stop);
        while (rows.Next())
        {
            var fund = rows.Int(0);
            if (!balances.TryGetValue(fund, out var lines))
                balances.Add(fund, lines = []);
            lines.Add(new Line(Labels.Parse<Account>(rows.Text(1)), Labels.Parse<Unit>(rows.Text(2)), rows.Long(3)));
        }

        foreach (var (fund, lines) in balances)
            journal.Open(fund, day, lines);
    }
}
