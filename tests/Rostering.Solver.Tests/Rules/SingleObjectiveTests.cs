using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class SingleObjectiveTests
{
    private static IEnumerable<string> Rules => SingleObjective.Rules;

    [TestCaseSource(nameof(Rules))]
    public void Of_ASoftRule_LeavesNoOtherAnyWeight(string rule)
    {
        RotaProblem week = SingleObjective.Of(Problems.Rich(), rule);
        WeeklyRota rota = Rotas.Of(week, ("v1", "mon 07:00", "bob"));

        RotaCheck all = RotaChecker.Check(Problems.Rich(), rota);
        RotaCheck alone = RotaChecker.Check(week, rota);

        Assert.That(ProblemValidation.Check(week), Is.Empty);
        Assert.That(alone.Score.Hard, Is.EqualTo(all.Score.Hard));
        Assert.That(alone.Score.Uncovered, Is.EqualTo(all.Score.Uncovered).And.Positive);
        string[] own = [.. RuleCatalogue.Rules.Single(r => r.Key == rule).Terms.Select(term => term.Key)];
        Assert.That(alone.Score.Soft, Is.EqualTo(all.Terms.Where(term => own.Contains(term.Key)).Sum(term => term.Points)));
    }

    [Test]
    public void Of_AHardRule_NamesThoseThatCanBeAskedFor() =>
        Assert.That(() => SingleObjective.Of(Problems.Small(), "travel-time"), Throws.ArgumentException.With.Message.Contains("continuity, changes"));

    [Test]
    public void Rules_AreTheSevenSoftOnes() => Assert.That(SingleObjective.Rules, Is.EqualTo(
        ["continuity", "changes", "burden", "contracted-hours", "wishes", "cost", "development"]));
}
