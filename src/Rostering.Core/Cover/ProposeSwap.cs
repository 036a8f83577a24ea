using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Finance;

namespace Rostering.Core.Cover;

/// <summary>A worker asks another to make a visit in their place. What the rules would never allow is not even asked.</summary>
public sealed class ProposeSwap(LedgerConnections ledger)
{
    public sealed record Request(string Visit, string ToWorker, string? InReturn);

    /// <summary>Why it was not asked, in words; <c>null</c> where it was.</summary>
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
        long of = await (
            from told in live.Database.PublishedVisits
            join week in live.Database.Weeks on told.WeekId equals week.Id
            where told.Visit == request.Visit && week.ProviderId == act.By.ProviderId
            orderby week.StartsOn descending
            select week.Id).FirstOrDefaultAsync(cancellation);
        if (act.By.WorkerId is not { } asker || await new ReadLiveWeek(live.Database).HandleAsync(of, act.At, forIllness: false, cancellation) is not { } found)
            return $"There is no visit '{request.Visit}' of yours to swap; choose one from your week.";
        Swap swap = new()
        {
            ProviderId = act.By.ProviderId,
            WeekId = of,
            Visit = request.Visit,
            FromWorker = asker,
            ToWorker = request.ToWorker,
            InReturn = request.InReturn,
            State = SwapState.Proposed,
            ProposedAt = act.At,
        };
        if (asker == request.ToWorker)
            return "The swap is with yourself; choose somebody else.";
        if (new SwapPlan(found, swap).InTheWay() is { } reason)
            return $"That cannot be swapped: {reason}";
        live.Database.Swaps.Add(swap);
        await live.Database.SaveChangesAsync(cancellation);
        new SwapWords(live.Database, found, swap, act).Asked();
        live.Database.AuditEntries.Add(AuditEntry.Of(act, "cover.swap-propose", $"visit/{request.Visit}"));
        return null;
    }
}
