using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules.Absence;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class AbsenceRuleTests
{
    [TestCase("mon 07:30", "mon 12:00", 30)]
    [TestCase("mon 06:00", "mon 07:15", 15)]
    [TestCase("mon 00:00", "tue 00:00", 60)]
    [TestCase("mon 08:00", "mon 12:00", 0)]
    [TestCase("mon 06:00", "mon 07:00", 0)]
    public void Check_VisitFromSevenToEight_CountsMinutesInTheAbsence(string from, string to, long expected) =>
        Assert.That(Away(AbsenceKind.Leave, from, to).Breach(AbsenceRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(expected));

    [TestCase(AbsenceKind.Leave, "ann is on leave from Mon 07:30 to Mon 12:00, which takes 30 min of visit v1 to pat at Mon 07:00.")]
    [TestCase(AbsenceKind.Sickness, "ann is off sick from Mon 07:30 to Mon 12:00, which takes 30 min of visit v1 to pat at Mon 07:00.")]
    [TestCase(AbsenceKind.Commitment, "ann has a protected commitment from Mon 07:30 to Mon 12:00, which takes 30 min of visit v1 to pat at Mon 07:00.")]
    public void Describe_EachKind_SaysWhatTakesTheTime(AbsenceKind kind, string sentence) =>
        Assert.That(Away(kind, "mon 07:30", "mon 12:00").Sentences(AbsenceRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo([sentence]));

    [Test]
    public void T21_ApprovedLeaveAgainstServiceNeed_LeaveHolds()
    {
        ProblemBuilder week = Away(AbsenceKind.Leave, "mon 00:00", "next mon 00:00", v => v with { Need = Need.Critical });

        Assert.That(week.Breach(AbsenceRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(60));
        Assert.That(CanBeAsked(week), Is.False);
    }

    [Test]
    public void T22_SickWorker_IsNeverAsked() =>
        Assert.That(CanBeAsked(Away(AbsenceKind.Sickness, "last sun 12:00", "thu 00:00")), Is.False);

    [TestCase("mon 07:30", "mon 08:30", false)]
    [TestCase("mon 08:00", "mon 09:00", true)]
    public void T23_GymCommitment_IsHeld(string from, string to, bool mayBeAsked) =>
        Assert.That(CanBeAsked(Away(AbsenceKind.Commitment, from, to)), Is.EqualTo(mayBeAsked));

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(
        Away(AbsenceKind.Leave, "mon 07:30", "mon 09:00").Visit("v2", "mon 08:30", window: 60).Build(), new AbsenceRule(), () => new AbsenceEncoding());

    private static ProblemBuilder Away(AbsenceKind kind, string from, string to, Func<Visit, Visit>? visit = null) => new ProblemBuilder()
        .Worker("ann", w => w with { Absences = [new Absence { Kind = kind, Time = TestWeek.Span(from, to) }] })
        .Worker("bob")
        .Visit("v1", "mon 07:00", visit);

    private static bool CanBeAsked(ProblemBuilder week)
    {
        PreparedProblem problem = PreparedProblem.From(week.Build());
        return !new AbsenceEncoding().ForbidsNode(problem, problem.Workers[0], problem.Visits[0], startIndex: 0);
    }
}
