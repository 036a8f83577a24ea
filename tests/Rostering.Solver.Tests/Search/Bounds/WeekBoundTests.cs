using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;
using Rostering.Solver.Search.Bounds;
using Rostering.Solver.Tests.Builders;
using Rostering.Solver.Tests.Demonstration;
using Rostering.Solver.Tests.Rules;

namespace Rostering.Solver.Tests.Search.Bounds;

/// <summary>Whatever the week and however it is cut, no lawful rota is better than the bound.</summary>
[TestFixture]
[CancelAfter(600_000)]
public sealed class WeekBoundTests
{
    private const int Whole = int.MaxValue;

    [TestCase(1, 500, Whole)]
    [TestCase(501, 1_000, 1)]
    public async Task Of_WeeksSmallEnoughToListEveryRota_IsNeverAboveTheBest(int from, int to, int largest)
    {
        int tight = 0;
        for (int seed = from; seed <= to; seed++)
        {
            PreparedProblem problem = PreparedProblem.From(SmallWeek.Draw(seed));
            RotaCheck[] lawful = [.. EveryRota.All(problem).Where(check => check.Score.Hard == 0)];
            if (lawful.Length == 0)
            {
                continue;
            }

            long allowed = lawful[seed % lawful.Length].Score.Uncovered;
            ModelBound bound = await BoundAsync(problem, allowed, largest);

            Assert.That(bound.Uncovered, Is.LessThanOrEqualTo(lawful.Min(check => check.Score.Uncovered)), $"seed {seed}: cover");
            Assert.That(bound.Soft, Is.LessThanOrEqualTo(lawful.Where(check => check.Score.Uncovered <= allowed).Min(check => check.Score.Soft)), $"seed {seed}: cost");
            tight += bound.Uncovered == lawful.Min(check => check.Score.Uncovered) ? 1 : 0;
        }

        Assert.That(tight, Is.GreaterThan((to - from + 1) / 3), "weeks whose cover it tells exactly");
    }

    [Test]
    public async Task Of_TwoVisitsAtOnceAndOneWorker_TellsThatOneStaysUncovered()
    {
        PreparedProblem problem = PreparedProblem.From(new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00").Visit("v2", "mon 07:30").Build());

        Assert.That((await BoundAsync(problem, uncovered: 240, Whole)).Uncovered, Is.EqualTo(4 * 60), "an hour of substantial need");
    }

    [Test]
    public async Task Of_MoreVisitsThanAContractAllows_TellsWhatIsTooMuch()
    {
        PreparedProblem problem = PreparedProblem.From(new ProblemBuilder()
            .Worker("ann", ann => ann with { Contract = ann.Contract with { MinutesMax = 150 } })
            .Visit("v1", "mon 07:00").Visit("v2", "tue 07:00").Visit("v3", "wed 07:00").Build());

        Assert.That((await BoundAsync(problem, uncovered: 240, Whole)).Uncovered, Is.EqualTo(4 * 60));
    }

    [Test]
    public void Parts_CutSmall_HoldEveryVisitOnce()
    {
        PreparedProblem problem = PreparedProblem.From(Weeks.Of(DemonstrationProvider.Oakwood, 1).Problem);
        int[][] parts = WeekParts.Of(problem, new Candidates(problem), largest: 40);

        Assert.That(parts.SelectMany(part => part).Order(), Is.EqualTo(Enumerable.Range(0, problem.Visits.Length)));
        Assert.That(parts.Length, Is.GreaterThan(WeekParts.Of(problem, new Candidates(problem)).Length));
    }

    [Test]
    public async Task Of_TheBusyWeek_IsNoBetterThanWhatTheSearchFinds()
    {
        PreparedProblem problem = PreparedProblem.From(BusyWeek.Problem() with { Pins = [] });
        SolveResult result = await new RotaSolver(TestEngine.Shared).SolveAsync(
            problem, new SolveOptions { Seconds = 3_600, Threads = 1, Rounds = 1, MovesPerRound = 300, Without = SearchPart.Proof, BoundSeconds = 60 }, stop: TestContext.CurrentContext.CancellationToken);

        Assert.That(result.Bound, Is.Not.Null);
        Assert.That(result.Bound, Is.LessThanOrEqualTo(result.Score));
        Assert.That(result.Bound!.Value.Soft, Is.Positive.And.LessThanOrEqualTo(result.Score.Soft));
    }

    private static Task<ModelBound> BoundAsync(PreparedProblem problem, long uncovered, int largest) =>
        new WeekBound(TestEngine.Shared).OfAsync(problem, uncovered, seconds: 600, largest, TestContext.CurrentContext.CancellationToken);
}
