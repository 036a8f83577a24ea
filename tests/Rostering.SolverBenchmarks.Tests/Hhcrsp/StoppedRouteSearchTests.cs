using FsCheck;
using FsCheck.Fluent;
using Rostering.Solver.Routes;
using Rostering.Solver.Search;
using Rostering.SolverBenchmarks.Sets.Hhcrsp;

namespace Rostering.SolverBenchmarks.Tests.Hhcrsp;

/// <summary>Islands told to stop at any move stop there, leave nothing running, and give the best plan that they met.</summary>
public sealed class StoppedRouteSearchTests
{
    [Test]
    public void Run_StoppedAtAnyMove_GivesTheBestThatItMet() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        HhcrspInstance instance = RandomInstances.Draw(seed, visits: 12, workers: 4);
        using CancellationTokenSource stop = new();
        int at = 1 + new SearchRandom(seed).Next(3_000);
        Stopping[] islands = [new(new RouteState(HhcrspProblem.Of(instance), seed), at, stop), new(new RouteState(HhcrspProblem.Of(instance), unchecked(seed + 1)), int.MaxValue, stop)];

        IslandsResult<Stopping> result = new Islands<Stopping>(islands, new Cooling(50, 1), seed: 1).Run(new SearchBudget(3_600, 1_000_000), onBetter: null, stop.Token);

        (double cost, int violations) = HhcrspEvaluator.Evaluate(instance, HhcrspProblem.Solution(result.Best.State.BestRoutes()), 1e-9);
        Assert.That(islands[0].Moves, Is.EqualTo(at), "stops at the move at which it is told");
        Assert.That(result.Moves, Is.EqualTo(islands.Sum(island => island.Moves)), "no move is made that is not counted");
        Assert.That(violations, Is.Zero);
        Assert.That(cost, Is.EqualTo(islands.Min(island => island.Least)).Within(1e-6), "best of what it met");
    }));

    [Test]
    public void TryMove_OfRoutes_AllocatesNothing()
    {
        const int moves = 20_000;
        RouteState state = new(HhcrspProblem.Of(RandomInstances.Draw(7, visits: 40, workers: 6)), seed: 1);
        Walk(state, moves);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Walk(state, moves);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(moves), "bytes: less than one a move");
    }

    private static void Walk(RouteState state, int moves)
    {
        for (int i = 0; i < moves; i++)
        {
            state.TryMove(state.Cost + 5);
        }
    }

    /// <summary>Routes that call the search off at one of their moves, and remember the least that they cost.</summary>
    private sealed class Stopping(RouteState state, int at, CancellationTokenSource stop) : IIslandState<Stopping>
    {
        public RouteState State => state;

        public int Moves { get; private set; }

        public double Least { get; private set; } = state.Cost;

        public double Cost => state.Cost;

        public double BestCost => state.BestCost;

        public bool TryMove(double limit)
        {
            if (++Moves == at)
            {
                stop.Cancel();
            }

            bool moved = state.TryMove(limit);
            Least = Math.Min(Least, state.Cost);
            return moved;
        }

        public bool KeepIfBest() => state.KeepIfBest();

        public void Adopt(Stopping other) => state.Adopt(other.State);
    }
}
