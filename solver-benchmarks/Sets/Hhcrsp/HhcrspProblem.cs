using System.Collections.Immutable;
using Rostering.Solver.Routes;

namespace Rostering.SolverBenchmarks.Sets.Hhcrsp;

/// <summary>An instance as the route search takes it, and its routes as a solution.</summary>
internal static class HhcrspProblem
{
    public static RouteProblem Of(HhcrspInstance instance)
    {
        int visits = instance.Visits.Length;
        return new RouteProblem
        {
            Visits = visits,
            Workers = instance.Workers.Length,
            Seats = [.. instance.Visits.Select(visit => visit.Services.Length)],
            Minutes = [.. BySeat(instance, 0, service => service.Minutes)],
            Opens = [.. instance.Visits.Select(visit => new[] { visit.Earliest })],
            Closes = [.. instance.Visits.SelectMany(visit => new[] { new[] { visit.Latest }, new[] { visit.Latest } })],
            GapMin = [.. instance.Visits.Select(visit => visit.GapMin)],
            GapMax = [.. instance.Visits.Select(visit => visit.GapMax)],
            May = [.. BySeat(instance, new bool[instance.Workers.Length], service => [.. instance.Workers.Select(worker => worker.Skills.Contains(service.Skill))]).SelectMany(may => may)],
            Place = [.. Enumerable.Range(1, visits)],
            Departs = new int[instance.Workers.Length],
            Returns = new int[instance.Workers.Length],
            Places = visits + 1,
            Travel = [.. instance.Travel.SelectMany(row => row)],
            TravelWeight = 1 / 3.0,
            LatenessWeight = 1 / 3.0,
            WorstLatenessWeight = 1 / 3.0,
        };
    }

    public static HhcrspSolution Solution(IReadOnlyList<IReadOnlyList<(int Seat, double Start)>> routes) =>
        new([.. routes.Select(route => route.Select(stop => new HhcrspStop(stop.Seat / 2, stop.Seat % 2, stop.Start)).ToImmutableArray())]);

    private static IEnumerable<T> BySeat<T>(HhcrspInstance instance, T absent, Func<HhcrspService, T> of) =>
        instance.Visits.SelectMany(visit => new[] { of(visit.Services[0]), visit.Services.Length > 1 ? of(visit.Services[1]) : absent });
}
