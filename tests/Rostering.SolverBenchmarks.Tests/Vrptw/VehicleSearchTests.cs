using FsCheck;
using FsCheck.Fluent;
using Rostering.Solver.Routes.Vehicles;
using Rostering.Solver.Search;
using Rostering.SolverBenchmarks.Sets.Vrptw;

namespace Rostering.SolverBenchmarks.Tests.Vrptw;

public sealed class VehicleSearchTests
{
    [Test]
    public void TryMove_AnyWalk_CostsWhatTheEvaluatorSays() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        VrptwInstance instance = Draw(seed, stops: 16);
        VehicleState state = new(VrptwSet.Problem(instance), seed);
        SearchRandom random = new(seed);
        for (int move = 0; move < 200; move++)
        {
            if (state.TryMove(state.Cost + random.Next(80)) && state.KeepIfBest())
            {
                (double cost, int violations) = VrptwEvaluator.Evaluate(instance, state.BestRoutes());
                Assert.That(violations, Is.Zero);
                Assert.That(cost, Is.EqualTo(state.Cost).Within(1e-9));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Run_TinyInstances_FindsTheBestOfAllRoutes()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            VrptwInstance instance = Draw(seed, stops: 6);
            Assert.That(Search(instance, moves: 2_000).BestCost, Is.EqualTo(Best(instance, [[]], [1, 2, 3, 4, 5])).Within(1e-9), instance.Name);
        }
    }

    [Test]
    public void Run_SameSeedAndMoves_GivesTheSameRoutes()
    {
        VrptwInstance instance = Draw(3, stops: 30);
        VehicleState once = Search(instance, moves: 1_000);
        VehicleState again = Search(instance, moves: 1_000);

        Assert.That(again.BestRoutes(), Is.EqualTo(once.BestRoutes()));
    }

    [Test]
    public void Run_AStopThatNoVehicleCanReachInTime_IsLeftOutAndCounted()
    {
        VrptwInstance instance = Draw(4, stops: 8);
        VrptwInstance late = instance with { Stops = instance.Stops.SetItem(3, instance.Stops[3] with { X = 1000, Due = 50 }) };

        Assert.That(VrptwEvaluator.Evaluate(late, Search(late, moves: 500).BestRoutes()).Violations, Is.EqualTo(1));
    }

    private static VehicleState Search(VrptwInstance instance, long moves)
    {
        VehicleProblem problem = VrptwSet.Problem(instance);
        VehicleState[] states = [new(problem, 1), new(problem, 2)];
        return new Islands<VehicleState>(states, VehicleState.CoolingOf(states[0]), 1).Run(new SearchBudget(0, moves), onBetter: null, CancellationToken.None).Best;
    }

    // Every stop at the end of every route, in every order.
    private static double Best(VrptwInstance instance, int[][] routes, int[] left)
    {
        (double cost, int violations) = VrptwEvaluator.Evaluate(instance, routes);
        if (left.Length == 0)
        {
            return violations == 0 ? cost : double.PositiveInfinity;
        }

        double best = double.PositiveInfinity;
        foreach (int stop in left)
        {
            int[] rest = [.. left.Where(other => other != stop)];
            for (int route = 0; route < routes.Length; route++)
            {
                int[][] longer = [.. routes.Select((stops, i) => i == route ? [.. stops, stop] : stops)];
                best = Math.Min(best, Best(instance, longer, rest));
            }

            best = routes[^1].Length > 0 ? Math.Min(best, Best(instance, [.. routes, [stop]], rest)) : best;
        }

        return best;
    }

    // As many vehicles as stops, each stop reachable in time from the depot and back.
    private static VrptwInstance Draw(int seed, int stops)
    {
        SearchRandom random = new(seed);
        VrptwStop Stop(bool depot)
        {
            double ready = depot ? 0 : random.Next(100);
            return new VrptwStop(random.Next(50), random.Next(50), depot ? 0 : 1 + random.Next(9), ready, depot ? 500 : ready + 80 + random.Next(60), depot ? 0 : 10);
        }

        return new VrptwInstance($"random-{seed}", stops, 20, [.. Enumerable.Range(0, stops).Select(i => Stop(depot: i == 0))]);
    }
}
