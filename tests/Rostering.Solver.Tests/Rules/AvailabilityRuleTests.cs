using Rostering.Solver.Rules.Availability;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class AvailabilityRuleTests
{
    [TestCase("mon 07:00", 0)]
    [TestCase("mon 06:30", 30)]
    [TestCase("mon 11:15", 15)]
    [TestCase("mon 12:30", 60)]
    public void Check_AvailableFromSevenToTwelve_CountsMinutesOutside(string start, long expected) =>
        Assert.That(Week(start, "mon 07:00", "mon 12:00").Breach(AvailabilityRule.Breach, ("v1", start, "ann")), Is.EqualTo(expected));

    [Test]
    public void Check_SpansThatMeet_AreOne()
    {
        ProblemBuilder week = new ProblemBuilder()
            .Worker("ann", w => w with { Available = [TestWeek.Span("mon 07:30", "mon 12:00"), TestWeek.Span("mon 06:00", "mon 07:30")] })
            .Visit("v1", "mon 07:00");

        Assert.That(week.Breach(AvailabilityRule.Breach, ("v1", "mon 07:00", "ann")), Is.Zero);
    }

    [Test]
    public void Check_GapInTheMiddleOfTheVisit_IsCounted()
    {
        ProblemBuilder week = new ProblemBuilder()
            .Worker("ann", w => w with { Available = [TestWeek.Span("mon 06:00", "mon 07:20"), TestWeek.Span("mon 07:30", "mon 12:00")] })
            .Visit("v1", "mon 07:00");

        Assert.That(week.Breach(AvailabilityRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(10));
    }

    [Test]
    public void Describe_HalfAnHourMissing_SaysOfHowMuch() =>
        Assert.That(
            Week("mon 06:30", "mon 07:00", "mon 12:00").Sentences(AvailabilityRule.Breach, ("v1", "mon 06:30", "ann")),
            Is.EqualTo(["ann is not available for 30 min of the 1 h of visit v1 to pat at Mon 06:30."]));

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(
        Week("mon 06:30", "mon 07:00", "mon 08:30", window: 90).Build(), new AvailabilityRule(), () => new AvailabilityEncoding());

    private static ProblemBuilder Week(string start, string from, string to, int window = 0) => new ProblemBuilder()
        .Worker("ann", w => w with { Available = [TestWeek.Span(from, to)] })
        .Worker("bob")
        .Visit("v1", start, window: window);
}
