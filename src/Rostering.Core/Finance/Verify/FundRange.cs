using System.Runtime.InteropServices;
using Rostering.Core.Finance.Rows;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Verify;

/// <summary>Verifies the funds of one range, by walking their entries and links side by side.</summary>
/// <param name="funds">The range's funds in the order of their numbers.</param>
/// <param name="recordedBefore">What was recorded at this time or later is left out, and with it what the database keeps for the present.</param>
internal sealed class FundRange(IReadOnlyCollection<FundRecord> funds, long? recordedBefore) : IDisposable
{
    private readonly FundVerifier verifier = new();
    private readonly List<Finding> findings = [];
    private readonly List<StoredPosting> lines = [];
    private readonly List<StoredLink> noted = [];

    public IReadOnlyList<Finding> Findings => findings;

    public ControlTotals Totals { get; } = new();

    public void Verify(EntryRows entries, LinkRows links, CancellationToken stop)
    {
        foreach (var fund in funds)
        {
            stop.ThrowIfCancellationRequested();
            SkipStrays(fund.Fund, entries, links);
            if (VerifyFund(fund, entries, links) is { } finding)
                findings.Add(finding);
        }

        SkipStrays(long.MaxValue, entries, links);
    }

    public void Dispose() => verifier.Dispose();

    /// <summary>Gives the first thing that is wrong with a fund; of the rest of that fund nothing can be said.</summary>
    private Finding? VerifyFund(FundRecord fund, EntryRows entries, LinkRows links)
    {
        Finding? finding = null;
        verifier.Start(fund);
        for (; entries.Fund == fund.Fund; entries.Next())
        {
            if (finding is null && !(entries.RecordedAt >= recordedBefore))
                finding = VerifyEntry(entries);
        }

        ReadLinks(fund.Fund, links);
        return finding ?? (recordedBefore is null ? verifier.End(noted) : null);
    }

    private Finding? VerifyEntry(EntryRows entries)
    {
        var entry = entries.Current();
        if (!entries.ReadLines(lines))
            return new Finding(entry.Fund, entry.Seq, "its lines are not whole: each has an account, a unit, an amount and a balance");
        var postings = CollectionsMarshal.AsSpan(lines);
        if (verifier.Add(entry, postings) is { } finding)
            return finding;
        Totals.Add(entry, postings);
        return null;
    }

    private void ReadLinks(int fund, LinkRows links)
    {
        noted.Clear();
        for (; links.Fund == fund; links.Next())
            noted.Add(links.Current());
    }

    private void SkipStrays(long fund, params ReadOnlySpan<LedgerRows> all)
    {
        foreach (var rows in all)
        {
            for (; rows.Fund < fund; rows.Next())
            {
                if (findings.Count == 0 || findings[^1].Fund != rows.Fund)
                    findings.Add(new Finding((int)rows.Fund, rows.Seq, "it is recorded for a fund that there is none of"));
            }
        }
    }
}
