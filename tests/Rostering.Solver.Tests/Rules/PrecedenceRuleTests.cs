using Rostering.Solver.Rules.Precedence;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class PrecedenceRuleTests
{
    [TestCase("mon 08:00", 30)]
    [TestCase("mon 08:15", 15)]
    [TestCase("mon 08:30", 0)]
    [TestCase("mon 09:30", 0)]
    [TestCase("mon 09:45", 15)]
    [TestCase("mon 07:30", 60)]
    public void Check_GapOfThirtyToNinetyMinutes_CountsWhatIsShortOrLong(string second, long expected) =>
        Assert.That(Week().Breach(PrecedenceRule.Breach, ("v1", "mon 07:00", "ann"), ("v2", second, "bob")), Is.EqualTo(expected));

    [Test]
    public void Check_NoGreatestGap_MayBeLong() =>
        Assert.That(Week(gapMax: null).Breach(PrecedenceRule.Breach, ("v1", "mon 07:00", "ann"), ("v2", "mon 10:00", "bob")), Is.Zero);

    [Test]
    public void Check_FirstUncovered_SecondMayStillBeMade() =>
        Assert.That(Week().Breach(PrecedenceRule.Breach, ("v2", "mon 07:30", "bob")), Is.Zero);

    [TestCase("mon 08:15", "Visit v2 to pat starts 15 min after the end of visit v1 to pat, needs at least 30 min after.")]
    [TestCase("mon 07:30", "Visit v2 to pat starts 30 min before the end of visit v1 to pat, needs at least 30 min after.")]
    [TestCase("mon 09:45", "Visit v2 to pat starts 1 h 45 after the end of visit v1 to pat, needs at most 1 h 30 after.")]
    public void Describe_TooShortOrTooLong_SaysTheLimit(string second, string sentence) =>
        Assert.That(
            Week().Sentences(PrecedenceRule.Breach, ("v1", "mon 07:00", "ann"), ("v2", second, "bob")), Is.EqualTo([sentence]));

    [Test]
    public Task Encoding_AgreesWithTheChecker() =>
        EncodingAgreement.HoldsAsync(Week(firstWindow: 60).Build(), new PrecedenceRule(), () => new PrecedenceEncoding(), samples: 40);

    private static ProblemBuilder Week(int? gapMax = 90, int firstWindow = 0) => new ProblemBuilder()
        .Worker("ann")
        .Worker("bob")
        .Visit("v1", "mon 07:00", window: firstWindow)
        .Visit("v2", "mon 07:30", window: 150)
        .Precedence("v1", "v2", gapMin: 30, gapMax);
}
