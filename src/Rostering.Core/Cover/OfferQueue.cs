using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Messages;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;
using Wording = Rostering.Solver.Rules.Wording;

namespace Rostering.Core.Cover;

/// <summary>
/// The workers to be asked for one gap, one after another. Whoever holds the gap's row moves the queue; each step is whole in its
/// transaction, so that whoever is killed between two steps leaves a queue that the next one moves on.
/// </summary>
internal sealed class OfferQueue(RosteringContext database, Gap gap, Act act)
{
    private static readonly OfferState[] Open = [OfferState.Queued, OfferState.Asked];

    /// <summary>Lets offers whose time is out go, and asks the next worker whom the rules still allow, unless somebody is asked already.</summary>
    public async Task AdvanceAsync(CancellationToken cancellation)
    {
        var offers = await OpenAsync(cancellation);
        foreach (var late in offers.Where(offer => offer.State == OfferState.Asked && offer.AnswerBy <= act.At))
            End(late, OfferState.NoAnswer, AskEvent.NoAnswer, byUser: null, "No answer in time.");
        if (gap.ClosedAt is not null || offers.Any(offer => offer.State == OfferState.Asked) || offers.All(offer => offer.State != OfferState.Queued))
            return;
        if (await new ReadLiveWeek(database).HandleAsync(gap.WeekId, act.At, gap.Cause == GapCause.WorkerIll, cancellation) is not { } week || week.Visit(gap.Visit) is not { } visit)
            return;
        var candidates = new CoverRanking(week.Schedule).Of(visit.Index).ToDictionary(candidate => candidate.Worker.Value, StringComparer.Ordinal);
        var terms = await CoverTerms.InForceAsync(database, gap.ProviderId, LocalClock.Date(act.At), cancellation);
        var asks = await AskCounts.OfAsync(database, gap.ProviderId, act.At, cancellation);
        foreach (var next in offers.Where(offer => offer.State == OfferState.Queued))
        {
            if (InTheWay(candidates.GetValueOrDefault(next.Worker), asks.GetValueOrDefault(next.Worker, AskCount.None), terms) is { } reason)
            {
                End(next, OfferState.TooLate, AskEvent.TooLate, byUser: null, reason);
            }
            else
            {
                Ask(next, week, visit, terms);
                return;
            }
        }
    }

    /// <summary>Takes back every offer that is open, and tells those who were asked.</summary>
    public async Task WithdrawAsync(string reason, CancellationToken cancellation)
    {
        foreach (var offer in await OpenAsync(cancellation))
        {
            if (offer.State == OfferState.Asked)
                Tell(offer.Worker, "No longer needed: thank you", $"{reason} You need not do anything.");
            End(offer, OfferState.Withdrawn, AskEvent.Withdrawn, act.By.UserId, reason);
        }
    }

    /// <summary>Ends an offer and records it, if the worker was really asked.</summary>
    public void End(Offer offer, OfferState state, AskEvent happened, long? byUser, string? reason)
    {
        if (offer.AskedAt is not null)
            Record(offer, happened, byUser, reason);
        (offer.State, offer.EndedAt, offer.Reason) = (state, act.At, reason);
    }

    /// <summary>Why a worker cannot be asked now; <c>null</c> where they can.</summary>
    public static string? InTheWay(CoverCandidate? candidate, AskCount asks, CoverTerms terms) => RulesInTheWay(candidate) ?? asks.Spared(terms);

    /// <summary>The rules that keep a worker from coming now, in words; <c>null</c> where none does.</summary>
    public static string? RulesInTheWay(CoverCandidate? candidate) => candidate switch
    {
        null => "Away, or on the visit already.",
        { MayCome: false } => string.Join(' ', candidate.Blocks.Select(block => block.Sentence)),
        _ => null,
    };

    public void Tell(string worker, string subject, string body, Instant? goodUntil = null) =>
        QueueMessage.Add(database, gap.ProviderId, new QueueMessage.Letter(Reader.Worker(worker), subject, body, "/my/offers", goodUntil), act.At);

    private void Ask(Offer offer, LiveWeek week, PreparedVisit visit, CoverTerms terms)
    {
        var until = Instant.Min(act.At + Duration.FromMinutes(terms.OfferMinutes), LocalClock.Instant(week.Told[gap.Visit].StartsAt.PlusMinutes(visit.Minutes)));
        (offer.State, offer.AskedAt, offer.AnswerBy) = (OfferState.Asked, act.At, until);
        Record(offer, AskEvent.Asked, act.By.UserId, reason: null);
        Tell(
            offer.Worker,
            $"Can you come on {LocalClock.Day(week.Told[gap.Visit].StartsAt)}?",
            $"{week.For(visit)}, {LocalClock.Day(week.Told[gap.Visit].StartsAt)} for {Wording.Hours(visit.Minutes)}. Please answer by {LocalClock.Local(until):HH:mm}. A no needs no reason and is held against nobody.",
            until);
    }

    private void Record(Offer offer, AskEvent happened, long? byUser, string? reason) => database.AskRecords.Add(new AskRecord
    {
        ProviderId = gap.ProviderId,
        Subject = FormattableString.Invariant($"offer/{offer.Id}"),
        Visit = gap.Visit,
        Worker = offer.Worker,
        Event = happened,
        At = act.At,
        ByUser = byUser,
        Reason = reason,
    });

    private Task<List<Offer>> OpenAsync(CancellationToken cancellation) =>
        database.Offers.Where(offer => offer.GapId == gap.Id && Open.Contains(offer.State)).OrderBy(offer => offer.Number).ToListAsync(cancellation);
}
