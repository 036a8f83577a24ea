using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using StandingVisit = Rostering.Core.Rotas.PublishedVisit;

namespace Rostering.Core.Visits;

/// <summary>Some visits of a week that is published, as they stand, and the problem that knows what they are about.</summary>
internal sealed record PublishedWeek(long WeekId, Instant PublishedAt, RotaProblem Problem, IReadOnlyList<StandingVisit> Visits)
{
    /// <summary>The visits that somebody has, in order of start; <c>null</c> where the week is not published, or no longer.</summary>
    public static async Task<PublishedWeek?> ReadAsync(
        RosteringContext database, long provider, LocalDate monday, Expression<Func<StandingVisit, bool>> whose, CancellationToken cancellation)
    {
        var newest = await (
            from publication in database.Publications
            join week in database.Weeks on publication.WeekId equals week.Id
            where week.ProviderId == provider && week.StartsOn == monday
            orderby publication.Number descending
            select new { publication.WeekId, publication.PublishedAt, publication.RetractedAt, publication.ProblemId }).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (newest is null || newest.RetractedAt is not null)
            return null;

        var visits = await database.PublishedVisits.AsNoTracking()
            .Where(visit => visit.WeekId == newest.WeekId && visit.State != VisitState.Withdrawn).Where(whose)
            .OrderBy(visit => visit.StartsAt).ThenBy(visit => visit.Visit).ToListAsync(cancellation);
        return new PublishedWeek(newest.WeekId, newest.PublishedAt, await ReadProblem.HandleAsync(database, newest.ProblemId, cancellation), visits);
    }

    /// <summary>The names of workers, in the order of their ids.</summary>
    public IEnumerable<string> NamesOfWorkers(IEnumerable<string> ids) => Names(Problem.Workers, worker => worker.Id.Value, worker => worker.Name, ids);

    public IEnumerable<string> NamesOfPeople(IEnumerable<string> ids) => Names(Problem.People, person => person.Id.Value, person => person.Name, ids);

    public Place PlaceOf(StandingVisit visit) => Problem.Places.Single(place => place.Id.Value == visit.Place);

    public LocalDateTime EndOf(StandingVisit visit) => visit.StartsAt.InZoneLeniently(Zone).PlusMinutes(visit.Minutes).LocalDateTime;

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Problem.Zone];

    public static VisitKind KindOf(StandingVisit visit) => Enum.Parse<VisitKind>(visit.Kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static IEnumerable<string> Names<T>(IEnumerable<T> all, Func<T, string> id, Func<T, string> name, IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return all.Where(one => wanted.Contains(id(one))).Select(name);
    }
}
