using Rostering.Solver.Problem;
using Rostering.Solver.Rules.TravelTime;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class TravelTimeRuleTests
{
    // 10 km as the crow flies is half an hour by car; the first visit ends at 08:00.
    [TestCase("mon 08:30", 0)]
    [TestCase("mon 08:29", 1)]
    [TestCase("mon 08:00", 30)]
    [TestCase("mon 07:30", 60)]
    public void Check_JourneyBetweenVisits_CountsMinutesShort(string second, long minutes) =>
        Assert.That(Drive(10_000, second).Amount(TravelTimeRule.MinutesShort), Is.EqualTo(minutes));

    // 3.9 km of road in a gap of ten minutes.
    [TestCase(TravelMode.Car, 2)]
    [TestCase(TravelMode.Bicycle, 9)]
    [TestCase(TravelMode.Bus, 15)]
    [TestCase(TravelMode.Walk, 39)]
    public void Check_SameJourney_TakesWhatTheWorkersOwnModeTakes(TravelMode mode, long minutes) =>
        Assert.That(Drive(3_000, "mon 08:10", mode).Amount(TravelTimeRule.MinutesShort), Is.EqualTo(minutes));

    [Test]
    public void Check_JourneyTooLong_SaysHowLongItTakes() =>
        Assert.That(
            Drive(10_000, "mon 08:10").Sentences(TravelTimeRule.MinutesShort),
            Is.EqualTo(["ann has 10 min between visit v1 to pat and visit v2 to quin, and the journey takes 30 min."]));

    [Test]
    public void Check_TwoVisitsAtOnce_SaysByHowMuchTheyOverlap() =>
        Assert.That(
            Drive(10_000, "mon 07:30").Sentences(TravelTimeRule.MinutesShort),
            Is.EqualTo(["ann cannot be at visit v1 to pat and at visit v2 to quin at once: they overlap by 30 min."]));

    // Work for others lasts from 09:00 to 12:00, told in two parts of which one lies inside the other.
    [TestCase("mon 08:00", 0)]
    [TestCase("mon 08:30", 30)]
    [TestCase("mon 11:15", 45)]
    [TestCase("mon 12:00", 0)]
    public void Check_VisitBesideOutsideWork_CountsOverlapOnly(string start, long minutes)
    {
        RotaProblem problem = new ProblemBuilder()
            .Worker("ann", w => w with { OutsideWork = [TestWeek.Span("mon 09:00", "mon 12:00"), TestWeek.Span("mon 10:00", "mon 11:00")] })
            .Visit("v1", start)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", start, "ann")).Amount(TravelTimeRule.MinutesShort), Is.EqualTo(minutes));
    }

    [Test]
    public void Check_VisitDuringTheLastDutyBeforeTheWeek_Overlaps()
    {
        RotaProblem problem = new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { LastDuty = TestWeek.Span("last sun 22:00", "mon 08:00") } })
            .Visit("v1", "mon 07:30")
            .Build();

        Assert.That(
            CheckedRota.Of(problem, ("v1", "mon 07:30", "ann")).Sentences(TravelTimeRule.MinutesShort),
            Is.EqualTo(["ann cannot be at work that is already fixed and at visit v1 to pat at once: they overlap by 30 min."]));
    }

    [Test]
    public void Check_OutsideWorkAtOnceWithTheLastDuty_IsNotOursToJudge()
    {
        RotaProblem problem = new ProblemBuilder()
            .Worker("ann", w => w with
            {
                OutsideWork = [TestWeek.Span("mon 07:00", "mon 09:00")],
                History = w.History with { LastDuty = TestWeek.Span("last sun 22:00", "mon 08:00") },
            })
            .Build();

        Assert.That(CheckedRota.Of(problem).Amount(TravelTimeRule.MinutesShort), Is.Zero);
    }

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder().At("hill", 10_000, 0).Person("quin", home: "hill")
            .Worker("ann", w => w with { OutsideWork = [TestWeek.Span("mon 09:00", "mon 09:45")] })
            .Worker("bob", w => w with { Modes = [TravelMode.Bus] })
            .Visit("v1", "mon 07:00", window: 30)
            .Visit("v2", "mon 08:30", person: "quin", window: 30)
            .Visit("v3", "mon 10:00", window: 30)
            .Visit("v4", "mon 11:15", person: "quin", window: 60)
            .Build(),
        new TravelTimeRule(), () => new TravelTimeEncoding());

    private static CheckedRota Drive(int metres, string second, TravelMode mode = TravelMode.Car)
    {
        RotaProblem problem = new ProblemBuilder().At("hill", metres, 0).Person("quin", home: "hill")
            .Worker("ann", w => w with { Modes = [mode] })
            .Visit("v1", "mon 07:00")
            .Visit("v2", second, person: "quin")
            .Build();
        return CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", second, "ann"));
    }
}
