using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Rotas;

namespace Rostering.Core.Visits;

/// <summary>Lists the visits that are over and that nobody has told the outcome of, the oldest first.</summary>
public sealed class ReadVisitsToConfirm(RosteringContext database)
{
    private static readonly VisitState[] Open = [VisitState.Planned, VisitState.UnderWay];

    /// <summary>A visit to confirm, with the names that its week knows.</summary>
    public sealed record Line(long Week, PublishedVisit Visit, string For, string Workers);

    public async Task<IReadOnlyList<Line>> HandleAsync(Act act, CancellationToken cancellation)
    {
        var now = LocalClock.Local(act.At);
        var over = await (
            from visit in database.PublishedVisits
            join week in database.Weeks on visit.WeekId equals week.Id
            where week.ProviderId == act.By.ProviderId && Open.Contains(visit.State) && visit.StartsAt < now
            orderby visit.StartsAt, visit.Visit
            select visit).AsNoTracking().ToListAsync(cancellation);
        var mine = over.Where(visit => act.By.Sees(visit.Team) && visit.StartsAt.PlusMinutes(visit.Minutes) <= now).ToList();
        List<Line> lines = [];
        foreach (var week in mine.GroupBy(visit => visit.WeekId))
        {
            if (await new ReadLiveWeek(database).HandleAsync(week.Key, act.At, forIllness: false, cancellation) is { } live)
                lines.AddRange(from visit in week where live.Visit(visit.Visit) is not null select new Line(week.Key, visit, live.For(live.Visit(visit.Visit)!), string.Join(" and ", visit.Workers.Select(live.WorkerName))));
        }

        return lines;
    }
}
