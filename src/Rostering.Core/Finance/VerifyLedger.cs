using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Finance.Rows;
using Rostering.Core.Finance.Verify;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance;

/// <summary>
/// Proves the ledger anew from its entries: two halves of the funds side by side, at one moment of the database, without
/// holding up those who write.
/// </summary>
public sealed class VerifyLedger(RosteringContext database)
{
    private const long MicrosecondsPerMillisecond = 1000;

    /// <summary>How much of the ledger to verify.</summary>
    /// <param name="Fund">One fund alone; the totals of all are then left out.</param>
    /// <param name="AsOf">The last day whose records are verified; what the database keeps for the present is then left out.</param>
    public sealed record Request(int? Fund = null, LocalDate? AsOf = null);

    public async Task<LedgerCheck> HandleAsync(Request request, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        await using var snapshot = await LedgerSnapshot.TakeAsync(database.Database.GetConnectionString()!, stop);
        FundRecords records = new(snapshot, stop);
        List<Finding> findings = [.. ChartVerifier.Compare(await records.ReadChartAsync()), .. KindRuleVerifier.Compare(await records.ReadKindRulesAsync())];
        var funds = (await records.ReadAsync(request.Fund is { } only ? $"fund_id = {only}" : "true")).Where(fund => request.Fund is null || fund.Fund == request.Fund).ToList();
        var twins = await records.ReadTwinsAsync();
        var remittances = await records.ReadRemittancesAsync();

        var before = EndOfDay(request.AsOf);
        var ranges = await Task.WhenAll(Halves(funds, request.Fund).Select(half => VerifyAsync(snapshot, half.Where, new FundRange(half.Funds, before), stop)));
        ControlTotals totals = new();
        foreach (var range in ranges)
            totals.Add(range.Totals);

        findings.AddRange(records.Strays.Concat(ranges.SelectMany(range => range.Findings)));
        if (findings.Count == 0 && request == new Request())
            findings.AddRange(totals.Compare(remittances, twins));
        findings.Sort(Finding.InOrder);
        return new LedgerCheck([.. findings], funds.Count, totals.Entries, totals.Postings, request == new Request() ? BankTotals.Of(totals, remittances) : null, watch.Elapsed);
    }

    private static long? EndOfDay(LocalDate? day) =>
        day is { } some ? LocalClock.EndOf(some).ToUnixTimeMilliseconds() * MicrosecondsPerMillisecond : null;

    /// <summary>Parts the funds where about half of the entries come before.</summary>
    private static IEnumerable<(string Where, IReadOnlyList<FundRecord> Funds)> Halves(List<FundRecord> funds, int? only)
    {
        if (only is { } fund)
            return [($"fund_id = {fund}", funds)];

        long all = funds.Sum(fund => (long)fund.Seq), before = 0;
        var first = funds.TakeWhile(fund => (before += fund.Seq) <= all / 2).ToList();
        var split = first.Count > 0 ? first[^1].Fund : int.MinValue;
        return [($"fund_id <= {split}", funds[..first.Count]), ($"fund_id > {split}", funds[first.Count..])];
    }

    private static async Task<FundRange> VerifyAsync(LedgerSnapshot snapshot, string where, FundRange range, CancellationToken stop)
    {
        var entries = await snapshot.StreamAsync(EntryRows.Query(where), stop);
        var links = await snapshot.StreamAsync(LinkRows.Query(where), stop);
        await Task.Factory.StartNew(
            () =>
            {
                using EntryRows entryRows = new(entries);
                using LinkRows linkRows = new(links);
                using (range)
                    range.Verify(entryRows, linkRows, stop);
            },
            stop,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return range;
    }
}

/// <summary>What verifying the ledger came to.</summary>
/// <param name="Findings">What is wrong, the first bad entry first; nothing else is said of a fund after its first.</param>
/// <param name="Totals">What the bank must show, where the whole ledger was verified as it is.</param>
public sealed record LedgerCheck(ImmutableArray<Finding> Findings, int Funds, long Entries, long Postings, BankTotals? Totals, TimeSpan Duration)
{
    public bool IsSound => Findings.IsEmpty;

    public double PostingsPerSecond => Postings / Duration.TotalSeconds;
}

/// <summary>In pence: what all funds hold in cash and what no fund has claimed is what was received less what was paid out.</summary>
public sealed record BankTotals(long Received, long PaidOut, long Cash, long Unallocated)
{
    internal static BankTotals Of(ControlTotals totals, IReadOnlyCollection<StoredRemittance> remittances)
    {
        var received = remittances.Sum(remittance => remittance.Pence);
        return new BankTotals(received, totals.PaidOut, totals.Cash, received - remittances.Sum(remittance => remittance.Allocated));
    }
}
