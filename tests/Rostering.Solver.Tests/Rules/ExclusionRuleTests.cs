using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules.Exclusion;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class ExclusionRuleTests
{
    [TestCase("v1", "mon 07:00", 0)]
    [TestCase("v2", "tue 07:00", 0)]
    [TestCase("v3", "wed 07:00", 1)]
    [TestCase("v4", "sun 07:00", 1)]
    public void Check_ExcludedFromWednesday_HoldsFromThatDate(string visit, string start, long expected) =>
        Assert.That(ExcludedFrom("wed 00:00").Breach(ExclusionRule.Breach, (visit, start, "ann")), Is.EqualTo(expected));

    [Test]
    public void Check_NightThatReachesIntoTheDate_IsOut()
    {
        ProblemBuilder week = ExcludedFrom("wed 00:00").Visit("night", "tue 22:00", v => v with { Kind = VisitKind.Sleepover }, minutes: 600);

        Assert.That(week.Breach(ExclusionRule.Breach, ("night", "tue 22:00", "ann")), Is.EqualTo(1));
    }

    [TestCase(120, 0)]
    [TestCase(121, 1)]
    public void Check_VisitFromTenAtNightBefore_MayLastUntilMidnight(int minutes, long expected)
    {
        ProblemBuilder week = ExcludedFrom("wed 00:00").Visit("late", "tue 22:00", minutes: minutes);

        Assert.That(week.Breach(ExclusionRule.Breach, ("late", "tue 22:00", "ann")), Is.EqualTo(expected));
    }

    [Test]
    public void Check_WorkerOptedOut_IsRefusedInTheSameWords()
    {
        ProblemBuilder optedOut = new ProblemBuilder()
            .Worker("ann", w => w with { OptedOutOf = [new PersonId(ProblemBuilder.Pat)] })
            .Visit("v1", "mon 07:00");
        ProblemBuilder excluded = ExcludedFrom("mon 00:00");
        const string Sentence = "ann does not support pat by the choice of one of them, so not at Mon 07:00 either.";

        Assert.That(optedOut.Sentences(ExclusionRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo([Sentence]));
        Assert.That(excluded.Sentences(ExclusionRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo([Sentence]));
    }

    [Test]
    public void T14_WorkerRemovedByThePerson_IsNeverAssigned()
    {
        PreparedProblem problem = PreparedProblem.From(ExcludedFrom("last mon 00:00").Build());
        var encoding = new ExclusionEncoding();

        Assert.That(problem.Visits.Select(visit => encoding.ForbidsNode(problem, problem.Workers[0], visit, 0)), Is.All.True);
        Assert.That(problem.Visits.Select(visit => encoding.ForbidsNode(problem, problem.Workers[1], visit, 0)), Is.All.False);
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() =>
        EncodingAgreement.HoldsAsync(ExcludedFrom("wed 00:00").Build(), new ExclusionRule(), () => new ExclusionEncoding());

    private static ProblemBuilder ExcludedFrom(string time) => new ProblemBuilder()
        .With(p => p with
        {
            People = [p.People[0] with { Excluded = [new Exclusion { Worker = new WorkerId("ann"), From = TestWeek.At(time).Date }] }],
        })
        .Worker("ann")
        .Worker("bob")
        .Visit("v1", "mon 07:00")
        .Visit("v2", "tue 07:00")
        .Visit("v3", "wed 07:00")
        .Visit("v4", "sun 07:00");
}
