using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Finance;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Solver.Explain;

namespace Rostering.Core.Cover;

/// <summary>What came of a worker's answer, in words for the worker.</summary>
/// <param name="Taken">Whether the visit is theirs now.</param>
public sealed record OfferAnswer(bool Taken, string Words);

/// <summary>
/// A worker says yes or no to an offer. A yes is held against the rules and the funds as they stand at that moment, while the gap and its
/// week are held: of two who say yes at once one comes, and the other is told.
/// </summary>
public sealed class AnswerOffer(LedgerConnections ledger)
{
    /// <summary>The answer.</summary>
    /// <param name="Reason">The worker's own words; a no needs none.</param>
    public sealed record Request(long Offer, bool Yes, string? Reason = null);

    /// <summary>What came of it; <c>null</c> where the worker has no such offer.</summary>
    public Task<OfferAnswer?> HandleAsync(Act act, Request request, CancellationToken cancellation) =>
        LedgerTransaction.DoAsync(
            ledger,
            async live =>
            {
                var answer = await WithinAsync(live, act, request, cancellation);
                return (answer, answer is not null);
            },
            cancellation);

    private static async Task<OfferAnswer?> WithinAsync(LedgerTransaction live, Act act, Request request, CancellationToken cancellation)
    {
        long of = await live.Database.Offers.Where(offer => offer.Id == request.Offer && offer.Worker == act.By.WorkerId).Select(offer => offer.GapId).SingleOrDefaultAsync(cancellation);
        if (of == 0 || await live.Database.HoldGapAsync(act.By.ProviderId, of, cancellation) is not { } gap)
            return null;
        var offer = await live.Database.Offers.SingleAsync(offer => offer.Id == request.Offer, cancellation);
        OfferQueue queue = new(live.Database, gap, act);
        if (offer.State != OfferState.Asked || offer.AnswerBy <= act.At || gap.ClosedAt is not null)
            return Over(offer, gap);
        if (!request.Yes)
        {
            queue.End(offer, OfferState.No, AskEvent.No, act.By.UserId, request.Reason);
            await MoveOnAsync(live, queue, cancellation);
            return new OfferAnswer(false, "Thank you for answering. Your no is held against nobody.");
        }

        if (await FillAsync(live, gap, offer.Worker, act, cancellation) is { } reason)
        {
            queue.End(offer, OfferState.TooLate, AskEvent.TooLate, act.By.UserId, reason);
            await MoveOnAsync(live, queue, cancellation);
            return new OfferAnswer(false, $"Thank you, but it can no longer be you. {reason}");
        }

        queue.End(offer, OfferState.Yes, AskEvent.Yes, act.By.UserId, request.Reason);
        await live.Database.SaveChangesAsync(cancellation);
        await queue.WithdrawAsync("Somebody else comes.", cancellation);
        return new OfferAnswer(true, "The visit is yours. Thank you.");
    }

    private static async Task MoveOnAsync(LedgerTransaction live, OfferQueue queue, CancellationToken cancellation)
    {
        await live.Database.SaveChangesAsync(cancellation);
        await queue.AdvanceAsync(cancellation);
    }

    private static OfferAnswer Over(Offer offer, Gap gap) => offer.State switch
    {
        OfferState.Yes => new OfferAnswer(true, "The visit is yours already."),
        _ when gap.FilledBy is not null => new OfferAnswer(false, "Somebody else was quicker and comes. Thank you all the same."),
        _ when gap.ClosedAt is not null => new OfferAnswer(false, "The visit was called off; nobody is needed. Thank you all the same."),
        _ => new OfferAnswer(false, "The time to answer is over and others are asked. Thank you all the same."),
    };

    // Why the worker cannot come after all; null where they are on the visit now.
    private static async Task<string?> FillAsync(LedgerTransaction live, Gap gap, string worker, Act act, CancellationToken cancellation)
    {
        await live.Database.HoldWeekAsync(gap.WeekId, cancellation);
        if (await new ReadLiveWeek(live.Database).HandleAsync(gap.WeekId, act.At, gap.Cause == GapCause.WorkerIll, cancellation) is not { } week || week.Visit(gap.Visit) is not { } visit)
            return "The visit was called off.";
        var candidate = new CoverRanking(week.Schedule).Of(visit.Index).SingleOrDefault(candidate => candidate.Worker.Value == worker);
        if (OfferQueue.RulesInTheWay(candidate) is { } reason)
            return reason;
        var filled = week.With(visit, [.. week.Told[gap.Visit].Workers, worker]);
        if (await PromiseAgain.HandleAsync(live.Database, live.Ledger, new PromiseAgain.Request(week.WeekId, week.Monday, filled, [visit], await OrdinaryCostAsync(live, gap, cancellation)), act, cancellation) is { } refusal)
            return refusal.ToString();
        var told = await live.Database.PublishedVisits.SingleAsync(told => told.WeekId == gap.WeekId && told.Visit == gap.Visit, cancellation);
        told.Workers = [.. told.Workers.Append(worker).Order(StringComparer.Ordinal)];
        told.ChangeAgreed = true;
        (gap.ClosedAt, gap.FilledBy) = (act.At, worker);
        TellChange.OfTeam(live.Database, week, visit, [worker], gap.Leaver is { } leaver ? [leaver] : [], act);
        live.Database.AuditEntries.Add(AuditEntry.Of(act, "cover.accept", $"visit/{gap.Visit}"));
        return null;
    }

    // For cover of an ill worker the main balance promises no more than before; what is more is contingency's to pay.
    private static async Task<Money?> OrdinaryCostAsync(LedgerTransaction live, Gap gap, CancellationToken cancellation) =>
        gap.Cause == GapCause.WorkerIll && await live.Database.GapShares.AnyAsync(share => share.GapId == gap.Id, cancellation)
            ? new Money(await live.Database.GapShares.Where(share => share.GapId == gap.Id).SumAsync(share => share.Pence, cancellation))
            : null;
}
