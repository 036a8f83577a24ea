using Rostering.Solver.Problem;
using Rostering.Solver.Rules.VisitLength;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class VisitLengthRuleTests
{
    [TestCase(15, 15)]
    [TestCase(29, 1)]
    [TestCase(30, 0)]
    [TestCase(60, 0)]
    public void Check_SupportToAPerson_LastsHalfAnHourAtLeast(int minutes, long expected) =>
        Assert.That(Week(minutes).Breach(VisitLengthRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(expected));

    [Test]
    public void Check_Meeting_MayBeShort() =>
        Assert.That(
            Week(15, v => v with { Kind = VisitKind.Meeting, Shares = [] }).Breach(VisitLengthRule.Breach, ("v1", "mon 07:00", "ann")), Is.Zero);

    [Test]
    public void Check_Uncovered_IsFine() => Assert.That(Week(15).Breach(VisitLengthRule.Breach), Is.Zero);

    [Test]
    public void Describe_QuarterOfAnHour_SaysTheMinimum() =>
        Assert.That(
            Week(15).Sentences(VisitLengthRule.Breach, ("v1", "mon 07:00", "ann")),
            Is.EqualTo(["Visit v1 to pat lasts 15 min, support must last at least 30 min."]));

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(
        Week(15).Visit("v2", "tue 07:00", minutes: 30).Build(), new VisitLengthRule(), () => new VisitLengthEncoding(), samples: 10);

    private static ProblemBuilder Week(int minutes, Func<Visit, Visit>? visit = null) => new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00", visit, minutes);
}
