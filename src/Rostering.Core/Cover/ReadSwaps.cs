using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Cover;

/// <summary>A swap that waits for a team leader, in words, with what stands in its way by now.</summary>
public sealed record SwapLine(Swap Swap, string From, string To, string Gives, string? Gets, string? InTheWay);

/// <summary>Reads the swaps that two workers agree on and a team leader has to decide.</summary>
public sealed class ReadSwaps(RosteringContext database)
{
    public async Task<IReadOnlyList<SwapLine>> HandleAsync(Act act, CancellationToken cancellation)
    {
        var waiting = await database.Swaps.AsNoTracking().Where(swap => swap.ProviderId == act.By.ProviderId && swap.State == SwapState.Agreed).OrderBy(swap => swap.Id).ToListAsync(cancellation);
        List<SwapLine> lines = [];
        foreach (var week in waiting.GroupBy(swap => swap.WeekId))
        {
            if (await new ReadLiveWeek(database).HandleAsync(week.Key, act.At, forIllness: false, cancellation) is { } live)
                lines.AddRange(week.Where(swap => live.Visit(swap.Visit) is not null && act.By.Sees(live.Told[swap.Visit].Team)).Select(swap => Line(live, swap)));
        }

        return lines;
    }

    private static SwapLine Line(LiveWeek week, Swap swap) => new(
        swap, week.WorkerName(swap.FromWorker), week.WorkerName(swap.ToWorker), Words(week, swap.Visit), swap.InReturn is { } other ? Words(week, other) : null, new SwapPlan(week, swap).InTheWay());

    private static string Words(LiveWeek week, string visit) =>
        $"{(week.Visit(visit) is { } prepared ? week.For(prepared) : visit)}, {LocalClock.Day(week.Told[visit].StartsAt)}";
}
