using Rostering.Solver.Problem;
using Rostering.Solver.Rules.SplitLength;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class SplitLengthRuleTests
{
    // The first visit ends at 08:00. Five hours may be unpaid; six end the duty. On the hill half an hour of the gap is the journey.
    [TestCase("town", "mon 13:00", 0)]
    [TestCase("town", "mon 13:01", 1)]
    [TestCase("town", "mon 13:59", 59)]
    [TestCase("town", "mon 14:00", 0)]
    [TestCase("hill", "mon 13:30", 0)]
    [TestCase("hill", "mon 13:45", 15)]
    public void Check_GapBetweenVisits_BoundsTheUnpaidPart(string place, string second, long over) =>
        Assert.That(TwoVisits(place, second).Amount(SplitLengthRule.MinutesOver), Is.EqualTo(over));

    [Test]
    public void Check_LongOuting_IsPaidAndHasNoBound() =>
        Assert.That(TwoVisits("town", "mon 13:59", v => v with { Outing = "fair" }).Amount(SplitLengthRule.MinutesOver), Is.Zero);

    [Test]
    public void Check_LongSplit_SaysHowLongAndBeforeWhat() => Assert.That(
        TwoVisits("town", "mon 13:20").Sentences(SplitLengthRule.MinutesOver), Is.EqualTo(["ann waits 5 h 20 unpaid before Mon 13:20, may wait 5 h."]));

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder().At("hill", 10_000, 0).Person("quin", home: "hill")
            .Worker("ann")
            .Worker("bob")
            .Visit("v1", "mon 07:00", window: 30)
            .Visit("v2", "mon 13:00", person: "quin", window: 60)
            .Visit("v3", "mon 14:30", window: 60)
            .Visit("v4", "mon 20:30", window: 60)
            .Build(),
        new SplitLengthRule(), () => new SplitLengthEncoding());

    private static CheckedRota TwoVisits(string place, string second, Func<Visit, Visit>? with = null)
    {
        RotaProblem problem = new ProblemBuilder().At("hill", 10_000, 0).Worker("ann")
            .Visit("v1", "mon 07:00", with)
            .Visit("v2", second, v => (with?.Invoke(v) ?? v) with { Place = new PlaceId(place) })
            .Build();
        return CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", second, "ann"));
    }
}
