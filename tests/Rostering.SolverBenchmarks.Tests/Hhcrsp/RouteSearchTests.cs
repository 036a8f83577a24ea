using FsCheck;
using FsCheck.Fluent;
using Rostering.Solver.Routes;
using Rostering.Solver.Search;
using Rostering.SolverBenchmarks.Sets.Hhcrsp;

namespace Rostering.SolverBenchmarks.Tests.Hhcrsp;

public sealed class RouteSearchTests
{
    [Test]
    public void TryMove_AnyWalk_CostsWhatTheEvaluatorSays() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        HhcrspInstance instance = RandomInstances.Draw(seed, visits: 14, workers: 4);
        RouteState state = new(HhcrspProblem.Of(instance), seed);
        SearchRandom random = new(seed);
        for (int move = 0; move < 300; move++)
        {
            state.TryMove(state.Cost + random.Next(60));
            state.KeepIfBest();
            (double cost, int violations) = HhcrspEvaluator.Evaluate(instance, HhcrspProblem.Solution(state.Routes()), 1e-9);
            Assert.That((state.Cost, violations), Is.EqualTo((cost, 0)).Using<(double Cost, int Broken)>((a, b) => Math.Abs(a.Cost - b.Cost) < 1e-6 && a.Broken == b.Broken));
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void TryMove_WalkSoLongThatTheOrderIsNumberedAfresh_CostsWhatTheEvaluatorSays()
    {
        HhcrspInstance instance = RandomInstances.Draw(7, visits: 20, workers: 5);
        RouteState state = new(HhcrspProblem.Of(instance), 7);
        SearchRandom random = new(7);
        for (int move = 0; move < 60_000; move++)
        {
            state.TryMove(state.Cost + random.Next(20));
            if (move % 2_000 == 0)
            {
                (double cost, int violations) = HhcrspEvaluator.Evaluate(instance, HhcrspProblem.Solution(state.Routes()), 1e-9);
                Assert.That((state.Cost, violations), Is.EqualTo((cost, 0)).Using<(double Cost, int Broken)>((a, b) => Math.Abs(a.Cost - b.Cost) < 1e-6 && a.Broken == b.Broken));
            }
        }
    }

    [Test]
    public void TryMove_LimitTooLow_LeavesAllAsItWas() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        RouteState state = new(HhcrspProblem.Of(RandomInstances.Draw(seed, visits: 10, workers: 3)), seed);
        var before = state.Routes();

        for (int move = 0; move < 200; move++)
        {
            Assert.That(state.TryMove(double.NegativeInfinity), Is.False);
        }

        Assert.That(state.Routes(), Is.EqualTo(before));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Run_TinyInstances_FindsTheBestOfAllPlans()
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            HhcrspInstance instance = RandomInstances.Draw(seed, visits: 4, workers: 3);
            Assert.That(Search(instance, moves: 20_000).BestCost, Is.EqualTo(EveryPlan.Best(instance)).Within(1e-6), instance.Name);
        }
    }

    [Test]
    public void Run_SameSeedAndMoves_GivesTheSameRoutes()
    {
        HhcrspInstance instance = RandomInstances.Draw(3, visits: 25, workers: 5);

        RouteState once = Search(instance, moves: 5_000);
        RouteState again = Search(instance, moves: 5_000);

        Assert.That(again.BestRoutes(), Is.EqualTo(once.BestRoutes()));
    }

    [Test]
    public void Run_CancelledAtOnce_GivesAPlanThatBreaksNothing()
    {
        HhcrspInstance instance = RandomInstances.Draw(5, visits: 25, workers: 5);
        using CancellationTokenSource stop = new();
        stop.Cancel();

        RouteState best = new Islands<RouteState>([new RouteState(HhcrspProblem.Of(instance), 1)], new Cooling(10, 1), 1).Run(new SearchBudget(1000), onBetter: null, stop.Token).Best;

        Assert.That(HhcrspEvaluator.Evaluate(instance, HhcrspProblem.Solution(best.BestRoutes()), 1e-9).Violations, Is.Zero);
    }

    [Test]
    public void Construct_NobodyHasTheSkill_SaysWhichVisitCannotBeServed()
    {
        HhcrspInstance instance = RandomInstances.Draw(1, visits: 3, workers: 2);
        HhcrspInstance unskilled = instance with { Workers = [.. instance.Workers.Select(worker => worker with { Skills = [] })] };

        Assert.That(() => new RouteState(HhcrspProblem.Of(unskilled), 1), Throws.ArgumentException.With.Message.Contains("cannot be served"));
    }

    private static RouteState Search(HhcrspInstance instance, long moves)
    {
        RouteProblem problem = HhcrspProblem.Of(instance);
        RouteState[] states = [new(problem, 1), new(problem, 2)];
        return new Islands<RouteState>(states, RouteState.CoolingOf(states[0]), 1).Run(new SearchBudget(0, moves), onBetter: null, CancellationToken.None).Best;
    }
}
