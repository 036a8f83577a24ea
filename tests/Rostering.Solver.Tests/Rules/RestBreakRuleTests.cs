using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.RestBreak;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class RestBreakRuleTests
{
    [TestCase(360, 0)]
    [TestCase(361, 20)]
    public void Check_OneLongVisit_NeedsABreakAfterSixHours(int minutes, long missing) =>
        Assert.That(Long(minutes).Amount(RestBreakRule.BreakMinutes), Is.EqualTo(missing));

    [TestCase(270, 0)]
    [TestCase(271, 30)]
    public void Check_SeventeenYearOld_NeedsALongerBreakSooner(int minutes, long missing) =>
        Assert.That(Long(minutes, ann: a => a with { BirthDate = new LocalDate(2009, 6, 1) }).Amount(RestBreakRule.BreakMinutes), Is.EqualTo(missing));

    [Test]
    public void Check_VisitWithRoomForABreak_NeedsNoOther() =>
        Assert.That(Long(600, v => v with { BreakInside = true }).Amount(RestBreakRule.BreakMinutes), Is.Zero);

    [Test]
    public void Check_Sleepover_IsABreak() =>
        Assert.That(Long(540, v => v with { Kind = VisitKind.Sleepover }).Amount(RestBreakRule.BreakMinutes), Is.Zero);

    // Two visits of four hours, the first until 11:00; the wait between is paid, and a break from 20 minutes on.
    [TestCase("mon 11:00", 20)]
    [TestCase("mon 11:19", 20)]
    [TestCase("mon 11:20", 0)]
    [TestCase("mon 12:00", 0)]
    [TestCase("mon 17:00", 0)]
    public void Check_WaitBetweenVisits_IsABreakIfLongEnough(string second, long missing)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00", minutes: 240).Visit("v2", second, minutes: 240).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", second, "ann")).Amount(RestBreakRule.BreakMinutes), Is.EqualTo(missing));
    }

    // Half an hour's drive is work, and no break: what counts is the time left over.
    [TestCase("mon 10:40", 150, 20)]
    [TestCase("mon 10:49", 140, 20)]
    [TestCase("mon 10:50", 151, 0)]
    public void Check_JourneyBetweenVisits_IsWorkAndNoBreak(string second, int minutes, long missing)
    {
        RotaProblem problem = new ProblemBuilder().At("hill", 10_000, 0).Person("quin", home: "hill")
            .Worker("ann")
            .Visit("v1", "mon 07:00", minutes: 180)
            .Visit("v2", second, person: "quin", minutes: minutes)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", second, "ann")).Amount(RestBreakRule.BreakMinutes), Is.EqualTo(missing));
    }

    [Test]
    public void Check_NoBreak_SaysWhatIsDue() => Assert.That(
        Long(420).Sentences(RestBreakRule.BreakMinutes),
        Is.EqualTo(["ann works 7 h from Mon 07:00 without a break of 20 min, which is due after 6 h."]));

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder()
            .Worker("ann", w => w with { BirthDate = new LocalDate(2009, 6, 1) })
            .Worker("bob", w => w with { OutsideWork = [TestWeek.Span("mon 12:00", "mon 12:15")] })
            .Visit("v1", "mon 07:00", minutes: 240, window: 30)
            .Visit("v2", "mon 11:30", minutes: 30, window: 0)
            .Visit("v3", "mon 12:15", minutes: 120, window: 15)
            .Visit("v4", "mon 14:45", v => v with { BreakInside = true }, minutes: 90, window: 30)
            .Visit("v5", "mon 17:00", minutes: 200, window: 30)
            .Visit("v6", "mon 21:00", v => v with { Kind = VisitKind.Sleepover }, minutes: 540)
            .Visit("v7", "tue 06:00", minutes: 300, window: 30)
            .Build(),
        new RestBreakRule(), () => new RestBreakEncoding(), samples: 40);

    private static CheckedRota Long(int minutes, Func<Visit, Visit>? with = null, Func<Worker, Worker>? ann = null)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann", ann).Visit("v1", "mon 07:00", with, minutes: minutes).Build();
        return CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"));
    }
}
