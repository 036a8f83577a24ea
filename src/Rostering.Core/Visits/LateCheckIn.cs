using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Rotas;

namespace Rostering.Core.Visits;

/// <summary>A worker who should be at a visit, or should have been, and has not said that they came.</summary>
public sealed record LateCheckIn(PublishedVisit Visit, string Worker)
{
    // Later than that nobody hurries any more: it is a visit to confirm.
    private const int MinutesAfterEnd = 60;

    private static readonly Period LongestVisit = Period.FromDays(2);
    private static readonly VisitState[] Open = [VisitState.Planned, VisitState.UnderWay];

    /// <summary>Until when somebody may still do something about it.</summary>
    public LocalDateTime Until => UntilOf(Visit);

    /// <summary>Those of a provider at a moment, in order of start.</summary>
    public static async Task<IReadOnlyList<LateCheckIn>> OfAsync(RosteringContext database, long provider, Instant at, CancellationToken cancellation)
    {
        var now = LocalClock.Local(at);
        var terms = await CoverTerms.InForceAsync(database, provider, now.Date, cancellation);
        var (since, before) = (now - LongestVisit, now.PlusMinutes(-terms.LateAfterMinutes));
        var begun = await (
            from visit in database.PublishedVisits
            join week in database.Weeks on visit.WeekId equals week.Id
            where week.ProviderId == provider && Open.Contains(visit.State) && visit.StartsAt > since && visit.StartsAt < before
            orderby visit.StartsAt, visit.Visit
            select visit).AsNoTracking().ToListAsync(cancellation);
        long[] weeks = [.. begun.Select(visit => visit.WeekId).Distinct()];
        var came = (await database.Attendances.Where(row => weeks.Contains(row.WeekId) && row.Kind == AttendanceKind.Came)
            .Select(row => new { row.WeekId, row.Visit, row.Worker }).ToListAsync(cancellation)).ToHashSet();
        return
        [
            .. from visit in begun
               where now < UntilOf(visit)
               from worker in visit.Workers
               where !came.Contains(new { visit.WeekId, visit.Visit, Worker = worker })
               select new LateCheckIn(visit, worker),
        ];
    }

    private static LocalDateTime UntilOf(PublishedVisit visit) => visit.StartsAt.PlusMinutes(visit.Minutes + MinutesAfterEnd);
}
