using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Competency;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class CompetencyRuleTests
{
    [TestCase("mon 07:00", 0)]
    [TestCase("wed 22:30", 0)]
    [TestCase("wed 23:30", 1)]
    [TestCase("thu 07:00", 1)]
    public void Check_ValidToWednesday_HoldsToTheEndOfThatDay(string start, long expected) =>
        Assert.That(Week(start, Valid("last mon", "wed")).Breach(CompetencyRule.Breach, ("v1", start, "ann")), Is.EqualTo(expected));

    [TestCase("tue 07:00", 1)]
    [TestCase("wed 00:00", 0)]
    public void Check_ValidFromWednesday_HoldsFromTheStartOfThatDay(string start, long expected) =>
        Assert.That(Week(start, Valid("wed", null)).Breach(CompetencyRule.Breach, ("v1", start, "ann")), Is.EqualTo(expected));

    [Test]
    public void Check_RenewedTheNextDay_HoldsAcrossMidnight() =>
        Assert.That(Week("wed 23:30", Valid("last mon", "wed"), Valid("thu", null)).Breach(CompetencyRule.Breach, ("v1", "wed 23:30", "ann")), Is.Zero);

    [Test]
    public void Check_OneDayBetweenCertificates_IsNotCovered() =>
        Assert.That(Week("thu 07:00", Valid("last mon", "wed"), Valid("fri", null)).Breach(CompetencyRule.Breach, ("v1", "thu 07:00", "ann")), Is.EqualTo(1));

    [Test]
    public void Check_TwoLacking_CountsBoth()
    {
        ProblemBuilder week = new ProblemBuilder()
            .Worker("ann")
            .Visit("v1", "mon 07:00", v => v with { Competencies = [new Competency("medication"), new Competency("hoist")] });

        Assert.That(week.Breach(CompetencyRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(2));
    }

    [Test]
    public void Describe_ExpiredAndNeverHeld_SaysWhich()
    {
        ProblemBuilder week = Week("thu 07:00", Valid("last mon", "wed"));

        Assert.That(
            week.Sentences(CompetencyRule.Breach, ("v1", "thu 07:00", "ann")),
            Is.EqualTo(["ann holds medication from 9 Nov 2026 to 18 Nov 2026, not throughout visit v1 to pat at Thu 07:00."]));
        Assert.That(
            week.Sentences(CompetencyRule.Breach, ("v1", "thu 07:00", "bob")),
            Is.EqualTo(["bob does not hold medication, which visit v1 to pat at Thu 07:00 needs."]));
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(
        Week("wed 22:00", Valid("last mon", "wed")).Visit("v2", "thu 09:00", Medication).Build(), new CompetencyRule(), () => new CompetencyEncoding());

    private static ProblemBuilder Week(string start, params Certificate[] certificates) => new ProblemBuilder()
        .Worker("ann", w => w with { Certificates = [.. certificates] })
        .Worker("bob")
        .Worker("eve", w => w with { Certificates = [Valid("last mon", null)] })
        .Visit("v1", start, Medication);

    private static Visit Medication(Visit visit) => visit with { Competencies = [new Competency("medication")] };

    private static Certificate Valid(string from, string? to) => new()
    {
        Competency = new Competency("medication"),
        ValidFrom = TestWeek.At($"{from} 00:00").Date,
        ValidTo = to is null ? null : TestWeek.At($"{to} 00:00").Date,
    };
}
