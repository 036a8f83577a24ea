using System.Collections.Immutable;

namespace Rostering.SolverBenchmarks.Sets.Hhcrsp;

/// <summary>What a solution costs and which hard rules it breaks, from the definition alone: (travel + all lateness + worst lateness) ÷ 3.</summary>
public static class HhcrspEvaluator
{
    /// <summary>Cost and number of broken hard rules.</summary>
    /// <param name="tolerance">Minutes by which times may be off, since files round them.</param>
    public static (double Cost, int Violations) Evaluate(HhcrspInstance instance, HhcrspSolution solution, double tolerance)
    {
        double travel = 0;
        int violations = 0;
        Dictionary<(int Visit, int Service), (int Worker, double Start)> served = [];
        for (int worker = 0; worker < solution.Routes.Length; worker++)
        {
            (double routeTravel, int broken) = Route(instance, worker, solution.Routes[worker], tolerance);
            travel += routeTravel;
            violations += broken;
            foreach (HhcrspStop stop in solution.Routes[worker])
            {
                violations += served.TryAdd((stop.Visit, stop.Service), (worker, stop.Start)) ? 0 : 1;
            }
        }

        violations += instance.Visits.Select((visit, v) => Visit(visit, v, served, tolerance)).Sum();
        double[] late = [.. served.Select(service => Math.Max(0, service.Value.Start - instance.Visits[service.Key.Visit].Latest))];
        return ((travel + late.Sum() + late.DefaultIfEmpty(0).Max()) / 3, violations);
    }

    // Skills, windows and enough time to come from the stop before.
    private static (double Travel, int Violations) Route(HhcrspInstance instance, int worker, ImmutableArray<HhcrspStop> stops, double tolerance)
    {
        double travel = 0;
        int violations = 0;
        int place = 0;
        double free = 0;
        foreach (HhcrspStop stop in stops)
        {
            HhcrspVisit visit = instance.Visits[stop.Visit];
            double leg = instance.Travel[place][stop.Visit + 1];
            violations += instance.Workers[worker].Skills.Contains(visit.Services[stop.Service].Skill) ? 0 : 1;
            violations += stop.Start >= visit.Earliest - tolerance ? 0 : 1;
            violations += stop.Start >= free + leg - tolerance ? 0 : 1;
            travel += leg;
            free = stop.Start + visit.Services[stop.Service].Minutes;
            place = stop.Visit + 1;
        }

        return (travel + instance.Travel[place][0], violations);
    }

    // Every service done; two services by two workers, and as far apart as they must be.
    private static int Visit(HhcrspVisit visit, int v, Dictionary<(int Visit, int Service), (int Worker, double Start)> served, double tolerance)
    {
        int missing = Enumerable.Range(0, visit.Services.Length).Count(service => !served.ContainsKey((v, service)));
        if (visit.Services.Length < 2 || missing > 0)
        {
            return missing;
        }

        double gap = served[(v, 1)].Start - served[(v, 0)].Start;
        return (served[(v, 0)].Worker == served[(v, 1)].Worker ? 1 : 0) + (gap >= visit.GapMin - tolerance && gap <= visit.GapMax + tolerance ? 0 : 1);
    }
}
