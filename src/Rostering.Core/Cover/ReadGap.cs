using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Core.Cover;

/// <summary>A worker who could be asked, or why not.</summary>
/// <param name="Cost">What the visit would cost with this worker.</param>
/// <param name="Extra">What of it contingency would pay, because it is more than before the illness.</param>
/// <param name="Spared">Why the worker is asked no more for now, though the rules allow it.</param>
public sealed record CoverChoice(CoverCandidate Candidate, Money Cost, Money Extra, string? Spared)
{
    /// <summary>Whether the worker can be asked.</summary>
    public bool MayBeAsked => Candidate.MayCome && Spared is null;
}

/// <summary>A visit that needs a worker, who could come, and who was asked.</summary>
public sealed record GapDetails
{
    public required LiveWeek Week { get; init; }
    public required PreparedVisit Visit { get; init; }
    public required Rotas.PublishedVisit Told { get; init; }

    /// <summary>The gap to fill next; <c>null</c> where every seat is filled.</summary>
    public required Gap? Gap { get; init; }

    /// <summary>What was promised to the visit by its funds together.</summary>
    public required Money Promised { get; init; }

    public required ImmutableArray<CoverChoice> Choices { get; init; }
    public required ImmutableArray<Offer> Offers { get; init; }
    public required CoverTerms Terms { get; init; }
}

/// <summary>Reads a visit of the live week with everybody who could come to it.</summary>
public sealed class ReadGap(RosteringContext database)
{
    private const int MilliPencePerPenny = 1000;

    /// <summary>The visit; <c>null</c> where the actor has no such visit in a published week.</summary>
    public async Task<GapDetails?> HandleAsync(string visit, Act act, CancellationToken cancellation)
    {
        long week = await (
            from told in database.PublishedVisits
            join w in database.Weeks on told.WeekId equals w.Id
            where told.Visit == visit && w.ProviderId == act.By.ProviderId
            orderby w.StartsOn descending
            select w.Id).FirstOrDefaultAsync(cancellation);
        var gap = await database.Gaps.AsNoTracking().Where(gap => gap.WeekId == week && gap.Visit == visit && gap.ClosedAt == null).OrderBy(gap => gap.Id).FirstOrDefaultAsync(cancellation);
        if (await new ReadLiveWeek(database).HandleAsync(week, act.At, gap?.Cause == GapCause.WorkerIll, cancellation) is not { } live
            || live.Visit(visit) is not { } prepared || !act.By.Sees(live.Told[visit].Team))
            return null;
        var terms = await CoverTerms.InForceAsync(database, act.By.ProviderId, LocalClock.Date(act.At), cancellation);
        var asks = await AskCounts.OfAsync(database, act.By.ProviderId, act.At, cancellation);
        Money promised = new(await database.Reservations.Where(r => r.WeekId == week && r.Visit == visit && r.ResolvedBySeq == null).SumAsync(r => r.Pence, cancellation));
        var staying = VisitCosts.Of(live.Schedule)[prepared.Index];
        return new GapDetails
        {
            Week = live,
            Visit = prepared,
            Told = live.Told[visit],
            Gap = gap,
            Promised = promised,
            Terms = terms,
            Offers = [.. await database.Offers.AsNoTracking().Where(offer => database.Gaps.Any(g => g.Id == offer.GapId && g.WeekId == week && g.Visit == visit)).OrderBy(offer => offer.Id).ToListAsync(cancellation)],
            Choices = gap is null ? [] : [.. new CoverRanking(live.Schedule).Of(prepared.Index).Select(Choice)],
        };

        CoverChoice Choice(CoverCandidate candidate)
        {
            Money cost = staying + new Money((candidate.Charged + (MilliPencePerPenny / 2)) / MilliPencePerPenny);
            Money extra = gap!.Cause == GapCause.WorkerIll ? Money.Max(Money.Zero, cost - promised) : Money.Zero;
            return new CoverChoice(candidate, cost, extra, asks.GetValueOrDefault(candidate.Worker.Value, AskCount.None).Spared(terms));
        }
    }
}
