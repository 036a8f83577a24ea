using System.Collections.Immutable;
using Rostering.Solver.Search;
using Rostering.SolverBenchmarks.Sets.Hhcrsp;

namespace Rostering.SolverBenchmarks.Tests.Hhcrsp;

/// <summary>Small random instances that can be served: every worker but the last may do everything.</summary>
internal static class RandomInstances
{
    public static HhcrspInstance Draw(int seed, int visits, int workers)
    {
        SearchRandom random = new(seed);
        (int X, int Y)[] places = [.. Enumerable.Range(0, visits + 1).Select(_ => (random.Next(40), random.Next(40)))];
        return new HhcrspInstance(
            $"random-{seed}",
            [.. Enumerable.Range(0, visits).Select(v => Visit(random, v))],
            [.. Enumerable.Range(0, workers).Select(w => new HhcrspWorker($"c{w}", w < workers - 1 ? ["a", "b"] : ["a"]))],
            [.. places.Select(from => places.Select(to => (double)(Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y))).ToImmutableArray())]);
    }

    private static HhcrspVisit Visit(SearchRandom random, int v)
    {
        double earliest = random.Next(120);
        (double min, double max) = random.Next(2) == 0 ? (0, 0) : (5 + random.Next(10), 20 + random.Next(10));
        ImmutableArray<HhcrspService> services = random.Next(3) == 0 ? [Service(random, "a"), Service(random, "b")] : [Service(random, random.Next(2) == 0 ? "a" : "b")];
        return new HhcrspVisit($"p{v}", earliest, earliest + 10 + random.Next(40), services, min, max);
    }

    private static HhcrspService Service(SearchRandom random, string skill) => new(skill, 5 + random.Next(20));
}
