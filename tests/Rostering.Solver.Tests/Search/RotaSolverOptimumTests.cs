using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Search;

[TestFixture]
[CancelAfter(300_000)]
public sealed class RotaSolverOptimumTests
{
    [Test]
    public async Task Solve_WeekSmallEnoughToListEveryRota_FindsTheBestAndProvesIt([Range(1, 16)] int seed)
    {
        RotaProblem week = SmallWeek.Draw(seed);
        Assert.That(ProblemValidation.Check(week), Is.Empty);
        PreparedProblem problem = PreparedProblem.From(week);
        RotaCheck best = EveryRota.Best(problem);

        SolveResult result = await SolveAsync(problem);

        Assert.That(result.Score, Is.EqualTo(RotaChecker.Check(result.Schedule).Score), "score and checker");
        if (best.Score.Hard > 0)
        {
            Assert.That(result.Reason, Is.EqualTo(StopReason.NothingFeasible));
            return;
        }

        string terms = string.Join(", ", best.Terms.Where(t => t.Amount > 0).Select(t => $"{t.Key} {t.Points}"));
        Assert.That(result.Reason, Is.EqualTo(StopReason.ProvedOptimal));
        Assert.That(result.Score, Is.EqualTo(best.Score), terms);
        Assert.That(result.Bound, Is.EqualTo(best.Score), "bound");
        Assert.That(result.Gap, Is.Zero);
    }

    [Test]
    public async Task Solve_WeekWithoutVisits_IsDoneAtOnce()
    {
        SolveResult result = await SolveAsync(PreparedProblem.From(new ProblemBuilder().Worker("ann").Build()));

        Assert.That(result.Reason, Is.EqualTo(StopReason.ProvedOptimal));
        Assert.That(result.Rota.Assignments, Is.Empty);
    }

    [Test]
    public async Task Solve_WeekWithoutWorkers_LeavesEverythingUncovered()
    {
        SolveResult result = await SolveAsync(PreparedProblem.From(new ProblemBuilder().Visit("v1", "mon 07:00").Build()));

        Assert.That(result.Reason, Is.EqualTo(StopReason.ProvedOptimal));
        Assert.That(result.Score.Uncovered, Is.EqualTo(4 * 60));
    }

    [Test]
    public async Task Solve_PinsThatCannotBothHold_SaysThatNothingIsFeasibleWithoutWaitingForTheDeadline()
    {
        PreparedProblem problem = PreparedProblem.From(new ProblemBuilder().Worker("ann").Worker("bob")
            .Visit("v1", "mon 07:00").Visit("v2", "mon 07:30").Pin("v1", "ann").Pin("v2", "ann").Build());

        SolveResult result = await SolveAsync(problem, seconds: 3_600);

        Assert.That(result.Reason, Is.EqualTo(StopReason.NothingFeasible));
        Assert.That(RotaChecker.Check(result.Schedule).HardViolations.Single().Sentence, Does.Match("^ann is pinned to visit v[12] to pat but does not make it[.]$"));
    }

    private static Task<SolveResult> SolveAsync(PreparedProblem problem, double seconds = 60) =>
        new RotaSolver(TestEngine.Shared).SolveAsync(problem, new SolveOptions { Seconds = seconds, Threads = 1, MovesPerRound = 500 }, stop: TestContext.CurrentContext.CancellationToken);
}
