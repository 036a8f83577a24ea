using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using StandingVisit = Rostering.Core.Rotas.PublishedVisit;

namespace Rostering.Core.Visits;

/// <summary>One worker's visits laid out by the same rules that planned them: the ways between, the waits, and what is paid.</summary>
internal static class WorkerLayout
{
    /// <summary>The worker's week alone, with each visit at the start that it has now, even one that the problem did not foresee.</summary>
    public static WorkerTimeline Of(RotaProblem problem, Worker worker, IReadOnlyList<StandingVisit> visits)
    {
        WeeklyRota rota = new() { Format = 1, Assignments = [.. visits.Select(visit => new Assignment { Visit = new VisitId(visit.Visit), Start = visit.StartsAt, Workers = [worker.Id] })] };
        var prepared = PreparedProblem.From(Alone(problem, worker, visits), rota);
        WorkerTimeline timeline = new(prepared);
        timeline.Load(Schedules.From(prepared, rota), worker: 0);
        return timeline;
    }

    private static RotaProblem Alone(RotaProblem problem, Worker worker, IReadOnlyList<StandingVisit> visits)
    {
        var known = problem.Visits.ToDictionary(visit => visit.Id.Value);
        HashSet<PlaceId> places = [worker.Home, .. visits.Select(visit => new PlaceId(visit.Place))];
        return problem with
        {
            Workers = [worker],
            People = [],
            Funds = [],
            Links = [],
            Pins = [],
            Published = null,
            Places = [.. problem.Places.Where(place => places.Contains(place.Id))],
            Travel = problem.Travel with { Measured = [.. problem.Travel.Measured.Where(journey => places.Contains(journey.From) && places.Contains(journey.To))] },
            Visits = [.. visits.Select(visit => AsItStands(visit, known.GetValueOrDefault(visit.Visit)))],
        };
    }

    private static Visit AsItStands(StandingVisit visit, Visit? planned) => new()
    {
        Id = new VisitId(visit.Visit),
        Kind = PublishedWeek.KindOf(visit),
        Shares = [],
        Team = new TeamId(visit.Team),
        Place = new PlaceId(visit.Place),
        EarliestStart = visit.StartsAt,
        LatestStart = visit.StartsAt,
        Minutes = visit.Minutes,
        Need = planned?.Need ?? Need.Moderate,
        Outing = planned?.Outing,
        BreakInside = planned?.BreakInside ?? false,
    };
}
