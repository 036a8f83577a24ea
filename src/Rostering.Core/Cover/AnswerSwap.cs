using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Finance;
using Rostering.Core.Rotas;

namespace Rostering.Core.Cover;

/// <summary>
/// The worker who was asked to swap says yes or no, and where the terms want it a team leader has the last word. Whoever makes it final does so
/// against the rules as they stand then, with the week held.
/// </summary>
public sealed class AnswerSwap(LedgerConnections ledger)
{
    /// <summary>The answer.</summary>
    /// <param name="Yes">Whether the one who answers wants it.</param>
    public sealed record Request(long Swap, bool Yes, string? Reason = null);

    /// <summary>What came of it, in words; <c>null</c> where the swap is not theirs to answer.</summary>
    public Task<string?> HandleAsync(Act act, Request request, CancellationToken cancellation) =>
        LedgerTransaction.DoAsync(
            ledger,
            async live =>
            {
                var words = await WithinAsync(live, act, request, cancellation);
                return (words, words is not null);
            },
            cancellation);

    private static async Task<string?> WithinAsync(LedgerTransaction live, Act act, Request request, CancellationToken cancellation)
    {
        var swap = (await live.Database.Swaps.FromSql($"select * from swap where id = {request.Swap} and provider_id = {act.By.ProviderId} for update").ToListAsync(cancellation)).SingleOrDefault();
        if (swap is null || (act.By.WorkerId != swap.ToWorker && !Leads(act)))
            return null;
        await live.Database.HoldWeekAsync(swap.WeekId, cancellation);
        if (await new ReadLiveWeek(live.Database).HandleAsync(swap.WeekId, act.At, forIllness: false, cancellation) is not { } week || week.Visit(swap.Visit) is null)
            return "The visit was called off; there is nothing to swap.";
        SwapWords words = new(live.Database, week, swap, act);
        live.Database.AuditEntries.Add(AuditEntry.Of(act, "cover.swap-answer", $"visit/{swap.Visit}"));
        var terms = await CoverTerms.InForceAsync(live.Database, swap.ProviderId, LocalClock.Date(act.At), cancellation);
        return (swap.State, act.By.WorkerId == swap.ToWorker) switch
        {
            (SwapState.Proposed, true) => await AnswerAsync(live, new SwapPlan(week, swap), words, act, (request, terms.SwapPolicy), cancellation),
            (SwapState.Agreed, false) => await DecideAsync(live, new SwapPlan(week, swap), words, act, request, cancellation),
            _ => "The swap was answered before.",
        };
    }

    private static bool Leads(Act act) => act.By.Is(Role.TeamLeader) || act.By.Is(Role.ServiceManager);

    private static async Task<string> AnswerAsync(LedgerTransaction live, SwapPlan plan, SwapWords words, Act act, (Request Request, SwapPolicy Policy) asked, CancellationToken cancellation)
    {
        if (!asked.Request.Yes)
        {
            words.Answered(AskEvent.No, SwapState.Declined, "the other worker cannot.", asked.Request.Reason);
            return "Thank you for answering. Your no is held against nobody.";
        }

        if (plan.InTheWay() is { } reason)
        {
            words.Answered(AskEvent.TooLate, SwapState.NotAllowed, $"it is not possible. {reason}", reason);
            return $"The rules no longer allow it. {reason}";
        }

        if (asked.Policy == SwapPolicy.Approved)
        {
            words.Answered(AskEvent.Yes, SwapState.Agreed, "the other worker agrees; your team leader has the last word.", asked.Request.Reason);
            return "Thank you. Your team leader has the last word.";
        }

        if (await plan.DoAsync(live, act, cancellation) is { } refusal)
        {
            words.Answered(AskEvent.TooLate, SwapState.NotAllowed, $"it is not possible. {refusal}", refusal);
            return $"The swap is not possible. {refusal}";
        }

        words.Answered(AskEvent.Yes, SwapState.Done, "it is done.", asked.Request.Reason);
        return "It is done: the visit is yours.";
    }

    private static async Task<string> DecideAsync(LedgerTransaction live, SwapPlan plan, SwapWords words, Act act, Request request, CancellationToken cancellation)
    {
        if (!request.Yes)
        {
            words.Decided(SwapState.Refused, "your team leader says no.", request.Reason ?? act.Why);
            return "The swap is refused, and both are told.";
        }

        if ((plan.InTheWay() ?? await plan.DoAsync(live, act, cancellation)) is { } reason)
        {
            words.Decided(SwapState.NotAllowed, $"it is not possible any more. {reason}", reason);
            return $"The swap is not possible any more. {reason}";
        }

        words.Decided(SwapState.Done, "it is done.", request.Reason);
        return "The swap is done, and everybody concerned is told.";
    }
}
