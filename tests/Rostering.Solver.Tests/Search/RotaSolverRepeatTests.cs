using Rostering.Solver.Json;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Search;

namespace Rostering.Solver.Tests.Search;

[TestFixture]
[CancelAfter(300_000)]
public sealed class RotaSolverRepeatTests
{
    // Above what is given to CP-SAT whole, and with rounds enough that islands, parts and their merging all take part.
    private static readonly PreparedProblem s_problem = ManyVisits.Of(workers: 12);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Solve_SameSeedAndRounds_GivesTheSameRotaTwice(int threads)
    {
        SolveResult first = await SolveAsync(seed: 5, threads);
        SolveResult second = await SolveAsync(seed: 5, threads);

        Assert.That(first.Reason, Is.EqualTo(StopReason.RoundLimit));
        Assert.That(first.SubProblems, Is.EqualTo(threads));
        Assert.That(second.Score, Is.EqualTo(first.Score));
        Assert.That(RotaJson.Write(second.Rota), Is.EqualTo(RotaJson.Write(first.Rota)));
    }

    [Test]
    public async Task Solve_OtherSeed_GivesAnotherRota()
    {
        SolveResult first = await SolveAsync(seed: 5, threads: 1, rounds: 1);
        SolveResult second = await SolveAsync(seed: 6, threads: 1, rounds: 1);

        Assert.That(RotaJson.Write(second.Rota), Is.Not.EqualTo(RotaJson.Write(first.Rota)));
    }

    private static Task<SolveResult> SolveAsync(int seed, int threads, int rounds = 8) => new RotaSolver(TestEngine.Shared).SolveAsync(
        s_problem, new SolveOptions { Seconds = 3_600, Seed = seed, Threads = threads, Rounds = rounds, MovesPerRound = 50 }, stop: TestContext.CurrentContext.CancellationToken);
}
