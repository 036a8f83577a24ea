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
