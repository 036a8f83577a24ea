using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rota;

[TestFixture]
public sealed class WeekCountsTests
{
    [Test]
    public void Of_UncoveredVisits_CountsAsCoverableTheEssentialOnesThatSomebodyCouldMake()
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann").Worker("bob")
            .Visit("made", "mon 07:00")
            .Visit("clash", "mon 07:30")
            .Visit("three", "mon 09:00", workers: 3)
            .Visit("skilled", "tue 09:00", visit => visit with { Competencies = [new Competency("medication")] })
            .Visit("optional", "wed 09:00", visit => visit with { Need = Need.Low })
            .Build();

        WeekCounts counts = WeekCounts.Of(Schedules.From(PreparedProblem.From(week), Rotas.Of(week, ("made", "mon 07:00", "ann"))));

        Assert.That(counts, Is.EqualTo(new WeekCounts(Visits: 5, Covered: 1, Uncovered: 4, CoverableUncovered: 1)));
    }

    [TestCase(20, 11, true)]
    [TestCase(21, 10, false)]
    public void Coverable_WorkerAloneInTheWeek_MustHaveHadTheirRest(int hour, int rest, bool coverable)
    {
        PreparedProblem problem = PreparedProblem.From(new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { LastDuty = TestWeek.Span("last sun 12:00", $"last sun {hour}:00") } })
            .Visit("v1", "mon 07:00")
            .Build());

        Assert.That(WeekCounts.Coverable(problem, problem.Visits[0]), Is.EqualTo(coverable), $"after {rest} hours of rest");
    }
}
