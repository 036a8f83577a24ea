using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;
using Rostering.Core.Finance.Export;
using Rostering.Core.Finance.Rows;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance;

/// <summary>
/// Writes entries, postings and balances as three files of comma-separated values. They hold all that the hashes are taken of,
/// so that others can verify the chains without us.
/// </summary>
public sealed class ExportCsv(RosteringContext database)
{
    /// <summary>Writes <c>entries.csv</c>, <c>postings.csv</c> and <c>balances.csv</c>, of one fund or of all.</summary>
    public async Task HandleAsync(DirectoryInfo folder, int? fund, CancellationToken stop)
    {
        folder.Create();
        await using var snapshot = await LedgerSnapshot.TakeAsync(database.Database.GetConnectionString()!, stop);
        using var walk = await EntryWalk.StartAsync(snapshot, EntryWalk.OfFund(fund), "fund_id, seq", stop);
        using CsvTable entries = new(
            Path.Combine(folder.FullName, "entries.csv"), "fund", "seq", "kind", "effective_on", "recorded_at", "terms", "resolves", "reverses", "tranche",
            "twin_fund", "twin_seq", "relates_to", "remittance", "key", "evidence", "made_by", "checked_by", "detail", "request_hash", "hash");
        using CsvTable postings = new(Path.Combine(folder.FullName, "postings.csv"), "fund", "seq", "line", "account", "unit", "effective_on", "amount", "balance");
        while (walk.Next())
        {
            stop.ThrowIfCancellationRequested();
            Write(entries, walk.Entry);
            for (var line = 0; line < walk.Lines.Count; line++)
                Write(postings, walk.Entry, line + 1, walk.Lines[line]);
        }

        await WriteBalancesAsync(snapshot, Path.Combine(folder.FullName, "balances.csv"), fund, stop);
    }

    private static void Write(CsvTable table, in StoredEntry entry) => table
        .Add(entry.Fund).Add(entry.Seq).Add(entry.Kind).Add(Days.Text(entry.EffectiveOn)).Add(Days.Time(entry.RecordedAt))
        .Add(entry.Terms).Add(entry.Resolves).Add(entry.Reverses).Add(entry.Tranche).Add(entry.TwinFund).Add(entry.TwinSeq)
        .Add(Days.Text(entry.RelatesTo)).Add(entry.Remittance).Add(entry.Key).Add(entry.Evidence).Add(entry.MadeBy).Add(entry.CheckedBy).Add(entry.Detail)
        .Add(Convert.ToHexStringLower(entry.RequestHash)).Add(Convert.ToHexStringLower(entry.Hash)).EndRow();

    private static void Write(CsvTable table, in StoredEntry entry, int line, StoredPosting posting) => table
        .Add(entry.Fund).Add(entry.Seq).Add(line).Add(Labels.Text(posting.Account)).Add(Labels.Text(posting.Unit))
        .Add(Days.Text(entry.EffectiveOn)).Add(posting.Amount).Add(posting.Balance).EndRow();

    private static async Task WriteBalancesAsync(LedgerSnapshot snapshot, string file, int? fund, CancellationToken stop)
    {
        using CsvTable balances = new(file, "fund", "account", "unit", "balance");
        using var rows = await snapshot.CopyAsync(
            $"SELECT fund_id, account, unit, balance FROM ledger.account_balance WHERE {EntryWalk.OfFund(fund)} ORDER BY fund_id, account, unit", stop);
        while (rows.Next())
            balances.Add(rows.Int(0)).Add(rows.Text(1)).Add(rows.Text(2)).Add(rows.Long(3)).EndRow();
    }
}
