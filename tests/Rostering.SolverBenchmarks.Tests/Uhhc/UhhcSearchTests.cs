using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Rostering.Solver.Routes;
using Rostering.Solver.Search;
using Rostering.SolverBenchmarks.Sets.Uhhc;

namespace Rostering.SolverBenchmarks.Tests.Uhhc;

public sealed class UhhcSearchTests
{
    private static readonly string[] Skills = ["a", "b"];

    [Test]
    public void TryMove_AnyWalk_CostsWhatTheEvaluatorSays() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        UhhcInstance instance = Draw(seed);
        RouteState state = new(UhhcProblem.Of(instance), seed);
        SearchRandom random = new(seed);
        for (int move = 0; move < 300; move++)
        {
            state.TryMove(state.Cost + random.Next(200));
            (double cost, int violations) = UhhcEvaluator.Evaluate(instance, UhhcProblem.Solution(state));
            Assert.That(violations, Is.Zero);
            Assert.That(cost, Is.EqualTo(state.Cost).Within(1e-6));
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void TryMove_AnyMoveTakenBack_LeavesAllAsItWas() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        RouteState state = new(UhhcProblem.Of(Draw(seed)), seed);
        double cost = state.Cost;
        var before = state.Routes();
        for (int move = 0; move < 300; move++)
        {
            state.TryMove(double.NegativeInfinity);
        }

        Assert.That(state.Routes(), Is.EqualTo(before));
        Assert.That(state.Cost, Is.EqualTo(cost));
    }).QuickCheckThrowOnFailure();

    /// <summary>The first visit may start until 160, the second from 200 on; they are 5 minutes apart, and 10 long.</summary>
    [Test]
    public void TryMove_WaitOnTheWay_IsSpentBeforeLeavingAsFarAsTheFirstVisitCanBeLater()
    {
        RouteState state = new(UhhcProblem.Of(WithAWait()), seed: 1);
        for (int move = 0; move < 50; move++)
        {
            if (state.TryMove(state.Cost))
            {
                state.KeepIfBest();
            }
        }

        Assert.That(state.BestRoutes()[0].Select(stop => stop.Start), Is.EqualTo([160.0, 200.0]));
        Assert.That(state.BestCost, Is.EqualTo(200 - 160 - 10 - 5), "minutes of waiting");
    }

    private static UhhcInstance WithAWait() => new(
        "a-wait",
        [
            new UhhcVisit("p0", 0, [new UhhcService("a", 10)], [new UhhcWindow(60, 160)], 0, 0, null, [], false),
            new UhhcVisit("p1", 1, [new UhhcService("a", 10)], [new UhhcWindow(200, 240)], 0, 0, null, [], false),
        ],
        [new UhhcWorker("c0", ["a"], 2, 2, new UhhcWindow(0, 480), false)],
        [[0, 5, 5], [5, 0, 5], [5, 5, 0]],
        null, new UhhcWeights(0, 9, 0, 1, 0, 0, 0, 0, 0, 0, null, null, null), LateByEnd: false, LeavesInTime: true);

    private static UhhcInstance Draw(int seed)
    {
        SearchRandom random = new(seed);
        (int X, int Y)[] places = [.. Enumerable.Range(0, 13).Select(_ => (random.Next(30), random.Next(30)))];
        ImmutableArray<UhhcWorker> workers = [.. Enumerable.Range(0, 4).Select(w => new UhhcWorker($"c{w}", [.. Skills], 12, 12, new UhhcWindow(30 * w, 300 + (30 * w)), w % 2 == 0))];
        UhhcWeights weights = new(1, 3, 2, 4, 5, 7, 11, 60, 40, random.Next(2), null, null, null);
        return new UhhcInstance(
            $"random-{seed}", [.. Enumerable.Range(0, 12).Select(v => Visit(random, v))], workers,
            [.. places.Select(from => places.Select(to => (double)(Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y))).ToImmutableArray())],
            new UhhcLunch(120, 200, 30), weights, LateByEnd: random.Next(2) == 0, LeavesInTime: random.Next(2) == 0);
    }

    private static UhhcVisit Visit(SearchRandom random, int v)
    {
        double opens = 60 + random.Next(120);
        UhhcWindow second = new(opens + 90, opens + 130);
        (double min, double max) = random.Next(3) switch { 0 => (0, 0), 1 => (5, 25), _ => (double.NegativeInfinity, double.PositiveInfinity) };
        UhhcService Service(int skill) => new(Skills[skill], 10 + random.Next(20));
        return new UhhcVisit(
            $"p{v}", v, random.Next(3) == 0 ? [Service(0), Service(1)] : [Service(random.Next(2))],
            random.Next(3) == 0 ? [new UhhcWindow(opens, opens + 40), second] : [new UhhcWindow(opens, opens + 40)],
            min, max, random.Next(2) == 0 ? ["c1"] : null, random.Next(4) == 0 ? ["c2"] : [], random.Next(3) == 0);
    }
}
