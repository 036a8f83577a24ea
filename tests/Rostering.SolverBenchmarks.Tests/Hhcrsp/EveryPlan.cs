using System.Collections.Immutable;
using Rostering.SolverBenchmarks.Sets.Hhcrsp;

namespace Rostering.SolverBenchmarks.Tests.Hhcrsp;

/// <summary>The best cost over every order of visits and every choice of workers, with starts as early as they can be: the judge of tiny instances.</summary>
internal static class EveryPlan
{
    public static double Best(HhcrspInstance instance) => Best(instance, [], []);

    private static double Best(HhcrspInstance instance, List<int> order, List<int[]> teams)
    {
        if (order.Count == instance.Visits.Length)
        {
            return Cost(instance, order, teams);
        }

        double best = double.PositiveInfinity;
        foreach (int visit in Enumerable.Range(0, instance.Visits.Length).Except(order).ToArray())
        {
            foreach (int[] team in Teams(instance, visit))
            {
                order.Add(visit);
                teams.Add(team);
                best = Math.Min(best, Best(instance, order, teams));
                order.RemoveAt(order.Count - 1);
                teams.RemoveAt(teams.Count - 1);
            }
        }

        return best;
    }

    private static IEnumerable<int[]> Teams(HhcrspInstance instance, int visit)
    {
        int[][] able = [.. instance.Visits[visit].Services.Select(service => Enumerable.Range(0, instance.Workers.Length).Where(w => instance.Workers[w].Skills.Contains(service.Skill)).ToArray())];
        return able.Length == 1 ? able[0].Select(w => (int[])[w]) : able[0].SelectMany(a => able[1].Where(b => b != a).Select(b => (int[])[a, b]));
    }

    private static double Cost(HhcrspInstance instance, List<int> order, List<int[]> teams)
    {
        List<HhcrspStop>[] routes = [.. instance.Workers.Select(_ => new List<HhcrspStop>())];
        foreach ((int visit, int[] team) in order.Zip(teams))
        {
            HhcrspVisit data = instance.Visits[visit];
            double[] starts = [.. team.Select(worker => Math.Max(data.Earliest, Arrival(instance, routes[worker], visit)))];
            if (starts.Length == 2)
            {
                starts[1] = Math.Max(starts[1], starts[0] + data.GapMin);
                starts[0] = Math.Max(starts[0], starts[1] - data.GapMax);
            }

            for (int service = 0; service < team.Length; service++)
            {
                routes[team[service]].Add(new HhcrspStop(visit, service, starts[service]));
            }
        }

        return HhcrspEvaluator.Evaluate(instance, new HhcrspSolution([.. routes.Select(route => route.ToImmutableArray())]), 1e-9).Cost;
    }

    private static double Arrival(HhcrspInstance instance, List<HhcrspStop> route, int visit) => route.Count == 0
        ? instance.Travel[0][visit + 1]
        : route[^1].Start + instance.Visits[route[^1].Visit].Services[route[^1].Service].Minutes + instance.Travel[route[^1].Visit + 1][visit + 1];
}
