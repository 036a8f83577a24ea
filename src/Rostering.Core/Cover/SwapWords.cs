using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Messages;

namespace Rostering.Core.Cover;

/// <summary>Tells workers of a swap, and records what was asked and answered.</summary>
internal sealed class SwapWords(RosteringContext database, LiveWeek week, Swap swap, Act act)
{
    private string Visit => $"{week.For(week.Visit(swap.Visit)!)}, {LocalClock.Day(week.Told[swap.Visit].StartsAt)}";

    public void Asked()
    {
        Record(AskEvent.Asked, reason: null);
        string inReturn = swap.InReturn is { } other ? $" In return {week.WorkerName(swap.FromWorker)} would make {week.For(week.Visit(other)!)}, {LocalClock.Day(week.Told[other].StartsAt)}." : "";
        Tell(swap.ToWorker, $"{week.WorkerName(swap.FromWorker)} asks to swap", $"Would you make {Visit}?{inReturn} A no needs no reason.");
    }

    /// <summary>It ends here, or waits for a team leader: the one who asked is told.</summary>
    public void Answered(AskEvent answer, SwapState state, string words, string? reason)
    {
        Record(answer, reason);
        End(state, reason);
        Tell(swap.FromWorker, $"Your swap of {LocalClock.Day(week.Told[swap.Visit].StartsAt)}", $"{Visit}: {words}");
    }

    /// <summary>A team leader's word.</summary>
    public void Decided(SwapState state, string words, string? reason)
    {
        End(state, reason);
        foreach (string worker in (string[])[swap.FromWorker, swap.ToWorker])
            Tell(worker, $"The swap of {LocalClock.Day(week.Told[swap.Visit].StartsAt)}", $"{Visit}: {words}");
    }

    private void End(SwapState state, string? reason) =>
        (swap.State, swap.Reason, swap.EndedAt) = (state, reason, state == SwapState.Agreed ? null : act.At);

    private void Tell(string worker, string subject, string body) =>
        QueueMessage.Add(database, swap.ProviderId, new QueueMessage.Letter(Reader.Worker(worker), subject, body, "/my/offers"), act.At);

    private void Record(AskEvent happened, string? reason) => database.AskRecords.Add(new AskRecord
    {
        ProviderId = swap.ProviderId,
        Subject = FormattableString.Invariant($"swap/{swap.Id}"),
        Visit = swap.Visit,
        Worker = swap.ToWorker,
        Event = happened,
        At = act.At,
        ByUser = act.By.UserId,
        Reason = reason,
    });
}
