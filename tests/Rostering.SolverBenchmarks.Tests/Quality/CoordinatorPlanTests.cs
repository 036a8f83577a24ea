using System.Collections.Immutable;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.SolverBenchmarks.Quality;

namespace Rostering.SolverBenchmarks.Tests.Quality;

[TestFixture]
public sealed class CoordinatorPlanTests
{
    private static readonly RotaProblem s_week = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, DemonstrationWeek.UsualWeekStart).Problem;
    private static readonly Schedule s_plan = CoordinatorPlan.Of(PreparedProblem.From(s_week));

    [Test]
    public void Of_TheOakwoodWeek_BreaksNoRuleAndLeavesFewVisits()
    {
        WeekCounts counts = WeekCounts.Of(s_plan);

        Assert.That(RotaChecker.Check(s_plan).HardViolations, Is.Empty);
        Assert.That(counts.Covered, Is.GreaterThan(counts.Visits * 85 / 100).And.LessThan(counts.Visits), "moves nothing again, so some visits find nobody");
    }

    [Test]
    public void Of_AWeekWhoseBusiestWorkerFallsIll_ChangesOnlyThatWorkersVisits()
    {
        RotaProblem ill = Illness.Of(s_week, s_plan.ToRota());
        WorkerId away = ill.Workers.Zip(s_week.Workers).Single(pair => pair.First.Absences != pair.Second.Absences).First.Id;

        Schedule again = CoordinatorPlan.Of(PreparedProblem.From(ill));

        ImmutableDictionary<VisitId, Assignment> now = again.ToRota().Assignments.ToImmutableDictionary(visit => visit.Visit);
        Assert.That(RotaChecker.Check(again).HardViolations, Is.Empty);
        foreach (PublishedVisit visit in ill.Published!.Visits.Where(visit => !visit.Workers.Contains(away)))
        {
            Assert.That(now[visit.Visit].Workers, Is.EqualTo(visit.Workers), visit.Visit.Value);
        }
    }
}
