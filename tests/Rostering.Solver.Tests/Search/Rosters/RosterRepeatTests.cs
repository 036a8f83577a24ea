using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

/// <summary>Where moves are the budget the same seed and threads give the same roster, with an engine beside it or without.</summary>
[TestFixture]
[CancelAfter(600_000)]
internal sealed class RosterRepeatTests
{
    private const int Moves = 4_000;

    [Test]
    public async Task Solve_SameMovesAndSeed_GivesTheSameRoster([Range(1, 8)] int seed, [Values(1, 2)] int threads)
    {
        RosterProblem problem = new AnyRoster(new Random(seed)).Problem(people: 8, days: 21, shifts: 4);

        RosterResult once = await SolveAsync(problem, Moves, threads, seed);
        RosterResult again = await SolveAsync(problem, Moves, threads, seed);

        Assert.That(again.Roster, Is.EqualTo(once.Roster));
        Assert.That((again.Total, again.Moves, again.SubSolves), Is.EqualTo((once.Total, once.Moves, 0)));
        Assert.That(once.Total, Is.EqualTo(PlainCost.Of(problem, once.Roster)));
    }

    [Test]
    public async Task Solve_SomeMoves_MakesThemAndNoMore([Values(1, 2)] int threads)
    {
        RosterProblem problem = new AnyRoster(new Random(1)).Problem(people: 8, days: 21, shifts: 4);

        RosterResult result = await SolveAsync(problem, Moves, threads, seed: 1);

        Assert.That(result.Moves, Is.InRange(Moves * threads, (Moves + 64 * 10) * threads), "temperatures last 64 moves in each of ten parts");
    }

    private static Task<RosterResult> SolveAsync(RosterProblem problem, long moves, int threads, int seed) =>
        new RosterSolver(problem, RosterSearchOptions.For(problem), TestEngine.Shared)
            .SolveAsync(new SearchBudget(Seconds: 1e-3, moves), threads, seed, onBetter: null, TestContext.CurrentContext.CancellationToken);
}
