using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;
using Rostering.Solver.Tests.Demonstration;

namespace Rostering.Solver.Tests.Search;

/// <summary>A real provider's size: about 50 people, 200 workers, 1,000 visits.</summary>
[TestFixture]
[CancelAfter(300_000)]
public sealed class OakwoodTests
{
    [Test]
    public async Task Solve_OakwoodWeek_BreaksNoHardRuleAndCoversNearlyEverything()
    {
        PreparedProblem problem = PreparedProblem.From(Weeks.Of(DemonstrationProvider.Oakwood, 1).Problem);

        SolveResult result = await new RotaSolver(TestEngine.Shared).SolveAsync(
            problem, new SolveOptions { Seconds = 3_600, Threads = 2, Rounds = 1, MovesPerRound = 1_000 }, stop: TestContext.CurrentContext.CancellationToken);

        WeekCounts counts = WeekCounts.Of(result.Schedule);
        TestContext.Out.WriteLine($"{counts}; {result.Score}; {result.Seconds:0.0} s; {result.Moves} moves");
        Assert.That(result.Reason, Is.EqualTo(StopReason.RoundLimit));
        Assert.That(RotaChecker.Check(result.Schedule).HardViolations, Is.Empty);
        Assert.That(counts.Covered, Is.GreaterThanOrEqualTo(counts.Visits * 95 / 100));
    }
}
