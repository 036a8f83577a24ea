using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;

namespace Rostering.Solver.Tests.Search;

/// <summary>Whenever it is stopped, the search has a lawful rota to give, and says why it ended.</summary>
[TestFixture]
[CancelAfter(300_000)]
public sealed class RotaSolverAnytimeTests
{
    // Small enough to be given to CP-SAT whole, too hard to be proved within an hour.
    private static readonly PreparedProblem s_provable = ManyVisits.Of(workers: 8);
    private static readonly PreparedProblem s_larger = ManyVisits.Of(workers: 12);

    [Test]
    public async Task Solve_CancelledBeforeItBegins_GivesTheEmptyRota()
    {
        SolveResult result = await new RotaSolver(TestEngine.Shared).SolveAsync(s_larger, new SolveOptions { Seconds = 3_600 }, stop: new CancellationToken(canceled: true));

        AssertLawful(result, StopReason.Cancelled);
        Assert.That(result.Rota.Assignments, Is.Empty);
    }

    [Test]
    public async Task Solve_CancelledAsSoonAsAVisitIsCovered_KeepsWhatThereIs()
    {
        SolveResult result = await SolveUntilAsync(s_larger, progress => progress.Uncovered < s_larger.Visits.Length);

        AssertLawful(result, StopReason.Cancelled);
        Assert.That(result.Rota.Assignments, Is.Not.Empty);
    }

    [Test]
    public async Task Solve_CancelledWhileImproving_KeepsTheBest()
    {
        SolveResult result = await SolveUntilAsync(s_larger, progress => progress is { Phase: SearchPhase.Improving, Moves: > 0 });

        AssertLawful(result, StopReason.Cancelled);
        Assert.That(result.Score.Uncovered, Is.Zero);
    }

    [Test]
    public async Task Solve_CancelledWhileProving_KeepsTheBestAndAValidBound()
    {
        SolveResult result = await SolveUntilAsync(s_provable, progress => progress is { Phase: SearchPhase.Proving, Bound: not null });

        AssertLawful(result, StopReason.Cancelled);
        Assert.That(result.Score.Uncovered, Is.Zero);
        Assert.That(result.Bound, Is.LessThanOrEqualTo(result.Score));
    }

    [TestCase(8)]
    [TestCase(12)]
    public async Task Solve_AtTheDeadline_SaysSo(int workers)
    {
        SolveResult result = await new RotaSolver(TestEngine.Shared).SolveAsync(
            ManyVisits.Of(workers), new SolveOptions { Seconds = 1.5, Threads = 2 }, stop: TestContext.CurrentContext.CancellationToken);

        AssertLawful(result, StopReason.TimeLimit);
    }

    [TestCase(8)]
    [TestCase(12)]
    public async Task Solve_Progress_NeverGetsWorseNorTheBoundLooser(int workers)
    {
        List<SolveProgress> told = [];
        SolveResult result = await new RotaSolver(TestEngine.Shared).SolveAsync(
            ManyVisits.Of(workers), new SolveOptions { Seconds = 4, Threads = 2, MovesPerRound = 200 }, told.Add, TestContext.CurrentContext.CancellationToken);

        Assert.That(told.Select(p => p.Best), Is.Ordered.Descending);
        Assert.That(told.Select(p => p.Bound ?? RotaScore.Zero), Is.Ordered.Ascending);
        Assert.That(told.Select(p => p.Phase), Does.Contain(SearchPhase.Constructing).And.Contain(SearchPhase.Improving));
        Assert.That((told[^1].Phase, told[^1].Best), Is.EqualTo((SearchPhase.Done, result.Score)));
    }

    private static async Task<SolveResult> SolveUntilAsync(PreparedProblem problem, Func<SolveProgress, bool> enough)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CurrentContext.CancellationToken);
        return await new RotaSolver(TestEngine.Shared).SolveAsync(
            problem,
            new SolveOptions { Seconds = 3_600, Threads = 2, MovesPerRound = 200 },
            progress =>
            {
                if (enough(progress))
                {
                    stop.Cancel();
                }
            },
            stop.Token);
    }

    private static void AssertLawful(SolveResult result, StopReason reason)
    {
        RotaCheck check = RotaChecker.Check(result.Schedule);
        Assert.That(result.Reason, Is.EqualTo(reason));
        Assert.That(check.HardViolations, Is.Empty);
        Assert.That(result.Score, Is.EqualTo(check.Score));
    }
}
