using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Tests.Builders;
using Rostering.Solver.Tests.Rules;

namespace Rostering.Solver.Tests.Rota;

[TestFixture]
public sealed class RotaCheckerTests
{
    [Test]
    public void Check_AnyRota_ScoreIsTheSumOfItsTerms()
    {
        RotaProblem week = BusyWeek.Problem();

        RotaCheck check = RotaChecker.Check(week, Rotas.Of(week, ("v1", "mon 07:30", "cat"), ("v2", "mon 08:00", "cat"), ("v3", "mon 11:00", "ann")));

        Assert.That(check.Score.Hard, Is.EqualTo(Sum(check, RuleLevel.Hard)).And.GreaterThan(0));
        Assert.That(check.Score.Uncovered, Is.EqualTo(Sum(check, RuleLevel.Uncovered)).And.GreaterThan(0));
        Assert.That(check.Score.Soft, Is.EqualTo(Sum(check, RuleLevel.Soft)).And.GreaterThan(0));
        Assert.That(check.HardViolations.Sum(violation => violation.Amount), Is.EqualTo(check.Score.Hard));
    }

    [Test]
    public void Check_StartTheProblemDoesNotAllow_IsJudgedAndRefused()
    {
        RotaProblem week = Problems.Small();

        RotaCheck check = RotaChecker.Check(week, Rotas.Of(week, ("v1", "mon 08:00", "ann")));

        Violation violation = check.HardViolations.Single();
        Assert.That((violation.Rule, violation.Visit, violation.When), Is.EqualTo(("start-window", new VisitId("v1"), TestWeek.At("mon 08:00"))));
    }

    [Test]
    public void Check_TwoVisitsAtOnce_NamesWhoWhenAndByHowMuch()
    {
        RotaProblem week = Problems.Small();

        Violation violation = RotaChecker.Check(week, Rotas.Of(week, ("v2", "mon 09:00", "ann"), ("v3", "mon 09:30", "ann"))).HardViolations.Single();

        Assert.That((violation.Rule, violation.Worker, violation.Amount, violation.Unit), Is.EqualTo(("travel-time", new WorkerId("ann"), 30, "minutes short")));
        Assert.That(violation.Sentence, Does.Contain("ann"));
    }

    private static long Sum(RotaCheck check, RuleLevel level) => check.Terms.Where(term => term.Level == level).Sum(term => term.Points);
}
