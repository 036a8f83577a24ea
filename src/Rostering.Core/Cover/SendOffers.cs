using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Finance;
using Rostering.Solver.Explain;

namespace Rostering.Core.Cover;

/// <summary>Puts a gap to workers in an order: the first is asked at once, each next one when the one before said no or did not answer.</summary>
public sealed class SendOffers(LedgerConnections ledger)
{
    public sealed record Request(long Gap, ImmutableArray<string> Workers);

    /// <summary>Why nobody was asked, in words; <c>null</c> where the first one was.</summary>
    public Task<string?> HandleAsync(Act act, Request request, CancellationToken cancellation) =>
        LedgerTransaction.DoAsync(
            ledger,
            async live =>
            {
                var refusal = await WithinAsync(live, act, request, cancellation);
                return (refusal, refusal is null);
            },
            cancellation);

    private static async Task<string?> WithinAsync(LedgerTransaction live, Act act, Request request, CancellationToken cancellation)
    {
        if (request.Workers.IsEmpty)
            return "No worker was chosen; choose at least one to ask.";
        if (await live.Database.HoldGapAsync(act.By.ProviderId, request.Gap, cancellation) is not { ClosedAt: null } gap)
            return "The visit has its workers, or is called off; nobody needs to be asked.";
        if (await new ReadLiveWeek(live.Database).HandleAsync(gap.WeekId, act.At, gap.Cause == GapCause.WorkerIll, cancellation) is not { } week
            || week.Visit(gap.Visit) is not { } visit || !act.By.Sees(week.Told[gap.Visit].Team))
            return "The visit is not one of yours.";
        var candidates = new CoverRanking(week.Schedule).Of(visit.Index).ToDictionary(candidate => candidate.Worker.Value, StringComparer.Ordinal);
        var terms = await CoverTerms.InForceAsync(live.Database, gap.ProviderId, LocalClock.Date(act.At), cancellation);
        var asks = await AskCounts.OfAsync(live.Database, gap.ProviderId, act.At, cancellation);
        foreach (string worker in request.Workers)
        {
            if (OfferQueue.InTheWay(candidates.GetValueOrDefault(worker), asks.GetValueOrDefault(worker, AskCount.None), terms) is { } reason)
                return $"{week.WorkerName(worker)} cannot be asked: {reason} Choose somebody else.";
        }

        await AddAsync(live, gap, request.Workers, cancellation);
        await new OfferQueue(live.Database, gap, act).AdvanceAsync(cancellation);
        live.Database.AuditEntries.Add(AuditEntry.Of(act, "cover.offer", $"visit/{gap.Visit}"));
        return null;
    }

    private static async Task AddAsync(LedgerTransaction live, Gap gap, ImmutableArray<string> workers, CancellationToken cancellation)
    {
        var before = await live.Database.Offers.Where(offer => offer.GapId == gap.Id).ToListAsync(cancellation);
        var open = before.Where(offer => offer.EndedAt is null).Select(offer => offer.Worker).ToHashSet(StringComparer.Ordinal);
        int last = before.Select(offer => offer.Number).DefaultIfEmpty().Max();
        live.Database.Offers.AddRange(workers.Distinct(StringComparer.Ordinal).Where(worker => !open.Contains(worker))
            .Select((worker, at) => new Offer { GapId = gap.Id, Number = last + at + 1, Worker = worker, State = OfferState.Queued }));
        await live.Database.SaveChangesAsync(cancellation);
    }
}
