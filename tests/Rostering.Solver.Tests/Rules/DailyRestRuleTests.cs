using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.DailyRest;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class DailyRestRuleTests
{
    // A duty until Monday 22:00, and one at the given time. A gap of less than six hours ends no stretch of work.
    [TestCase("tue 09:00", 0)]
    [TestCase("tue 08:59", 1)]
    [TestCase("tue 07:00", 120)]
    [TestCase("tue 04:00", 300)]
    [TestCase("tue 03:59", 239)]
    public void Check_RestBetweenTwoDuties_CountsMinutesShort(string next, long minutes) =>
        Assert.That(TwoDuties(next).Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutes));

    [Test]
    public void Check_ShortRest_SaysHowMuchThereIsAndHowMuchIsDue() =>
        Assert.That(TwoDuties("tue 07:40").Sentences(DailyRestRule.MinutesShort), Is.EqualTo(["ann has 9 h 40 of rest before Tue 07:40, needs 11 h."]));

    [Test]
    public void Check_NoRestAtAll_SaysHowLongTheWorkLasts() =>
        Assert.That(
            TwoDuties("tue 03:00").Sentences(DailyRestRule.MinutesShort),
            Is.EqualTo(["ann works from Mon 12:00 for 16 h without a rest, may for 13 h where there is no sleepover or waking night."]));

    [TestCase("tue 09:00", 60)]
    [TestCase("tue 10:00", 0)]
    public void Check_SeventeenYearOld_NeedsTwelveHours(string next, long minutes) =>
        Assert.That(TwoDuties(next, ann => ann with { BirthDate = new LocalDate(2009, 6, 1) }).Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutes));

    // Late, sleepover and early, Monday 14:00 to Tuesday 10:00: 20 hours, of which 7 are displaced rest.
    [TestCase("tue 21:00", 420)]
    [TestCase("wed 03:59", 1)]
    [TestCase("wed 04:00", 0)]
    public void Check_LateSleepEarly_NeedsTheDisplacedRestNext(string next, long minutes)
    {
        RotaProblem problem = LateSleepEarly().Visit("next", next).Build();

        CheckedRota rota = CheckedRota.Of(problem, ("late", "mon 14:00", "ann"), ("sleep", "mon 22:00", "ann"), ("early", "tue 07:00", "ann"), ("next", next, "ann"));

        Assert.That(rota.Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutes));
    }

    // The last duty before the week ended on Sunday 22:00, and two hours of rest are owed from before.
    [TestCase(0, "mon 08:00", 60)]
    [TestCase(0, "mon 09:00", 0)]
    [TestCase(120, "mon 09:00", 120)]
    [TestCase(120, "mon 11:00", 0)]
    [TestCase(120, "mon 02:00", 540)]
    public void Check_RestOwedFromBefore_IsAddedToTheFirstRest(int owed, string first, long minutes)
    {
        RotaProblem problem = new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { LastDuty = TestWeek.Span("last sun 14:00", "last sun 22:00"), RestOwedMinutes = owed } })
            .Visit("v1", first)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", first, "ann")).Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutes));
    }

    // Work for others, Monday 06:00 to 14:00 and Tuesday 08:00 to 12:00; the visit lasts eight hours.
    [TestCase("mon 14:30", 210 + 300)]
    [TestCase("mon 21:00", 240 + 120)]
    [TestCase("tue 12:00", 0)]
    [TestCase("wed 12:00", 0)]
    public void Check_WorkForOthers_CountsTowardsStretchAndRest(string start, long minutes)
    {
        RotaProblem problem = new ProblemBuilder()
            .Worker("ann", w => w with { OutsideWork = [TestWeek.Span("mon 06:00", "mon 14:00"), TestWeek.Span("tue 08:00", "tue 12:00")] })
            .Visit("v1", start, minutes: 480)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", start, "ann")).Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutes));
    }

    // Fifteen hours for others in two parts, five hours apart, with seven hours of rest after them.
    [TestCase("", 0)]
    [TestCase("mon 14:00", 0)]
    [TestCase("mon 21:00", 3 * 60)]
    public void Check_TooMuchWorkForOthers_IsOursToJudgeOnlyWhereWeAddToIt(string start, long minutes)
    {
        ProblemBuilder builder = new ProblemBuilder().Worker("ann", w => w with
        {
            OutsideWork = [TestWeek.Span("mon 06:00", "mon 13:00"), TestWeek.Span("mon 18:00", "mon 21:00"), TestWeek.Span("tue 12:00", "tue 13:00")],
        });
        CheckedRota rota = start.Length == 0
            ? CheckedRota.Of(builder.Build())
            : CheckedRota.Of(builder.Visit("v1", start).Build(), ("v1", start, "ann"));

        Assert.That(rota.Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutes));
    }

    // A last duty that ran through the night was a sleepover or a waking night; one that ended at 01:00 was not.
    [TestCase("mon 07:00", "mon 07:00", 0)]
    [TestCase("mon 01:00", "mon 05:00", 120)]
    public void Check_DutyThatGoesOnFromTheWeekBefore_MayBeLongerAfterANight(string lastEnd, string start, long minutes)
    {
        RotaProblem problem = new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { LastDuty = TestWeek.Span("last sun 20:00", lastEnd) } })
            .Visit("v1", start, minutes: 360)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", start, "ann")).Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutes));
    }

    // Sunday is the day the clocks go forward (23 hours) or back (25 hours); the duties end on Saturday at 22:00.
    [TestCase(2027, 3, 22, "sun 09:00", 60)]
    [TestCase(2027, 3, 22, "sun 10:00", 0)]
    [TestCase(2026, 10, 19, "sun 08:00", 0)]
    [TestCase(2026, 10, 19, "sun 07:00", 60)]
    public void Check_NightOnWhichTheClocksChange_CountsTheHoursThatPass(int year, int month, int day, string next, long minutes)
    {
        RotaProblem problem = new ProblemBuilder(new LocalDate(year, month, day)).Worker("ann").Visit("v1", "sat 20:00", minutes: 120).Visit("v2", next).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "sat 20:00", "ann"), ("v2", next, "ann")).Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutes));
    }

    [TestCase(0)]
    [TestCase(240)]
    public Task Encoding_DayDuties_AgreesWithTheChecker(int owed) => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder()
            .Worker("ann", w => w with
            {
                History = w.History with { LastDuty = TestWeek.Span("last sun 14:00", "last sun 21:00"), RestOwedMinutes = owed },
                OutsideWork = [TestWeek.Span("tue 08:30", "tue 12:00")],
            })
            .Worker("bob")
            .Visit("v1", "mon 07:00", window: 60)
            .Visit("v2", "mon 12:00", minutes: 240, window: 30)
            .Visit("v3", "mon 18:00", window: 60)
            .Visit("v4", "mon 21:00", window: 120)
            .Visit("v5", "tue 06:30", window: 60)
            .Visit("v6", "tue 13:00", window: 60)
            .Build(),
        new DailyRestRule(), () => new DailyRestEncoding(), samples: 40);

    [TestCase("last sun 20:00", "mon 06:30", "tue 12:30")]
    [TestCase("last sun 14:00", "last sun 20:00", "wed 02:00")]
    public Task Encoding_NightsAndLongOutsideWork_AgreesWithTheChecker(string lastFrom, string lastTo, string outside) => EncodingAgreement.HoldsBothWaysAsync(
        LateSleepEarly()
            .With(p => p with
            {
                Workers =
                [
                    .. p.Workers.Select(w => w with
                    {
                        History = w.History with { LastDuty = TestWeek.Span(lastFrom, lastTo), RestOwedMinutes = 60 },
                        OutsideWork = [new LocalInterval(TestWeek.At(outside), TestWeek.At(outside).PlusHours(14))],
                    }),
                ],
            })
            .Worker("bob")
            .Visit("dawn", "mon 08:00", window: 60)
            .Visit("noon", "tue 11:00", window: 60)
            .Visit("wake", "tue 22:00", v => v with { Kind = VisitKind.WakingNight }, minutes: 600)
            .Visit("next", "wed 20:00", window: 30)
            .Build(),
        new DailyRestRule(), () => new DailyRestEncoding(), samples: 40);

    // The rest after the early is due until Wednesday 04:00, or less where a part of the stretch is left out.
    [Test]
    public Task Encoding_DisplacedRest_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        LateSleepEarly().Visit("next", "tue 21:00", window: 480).Build(), new DailyRestRule(), () => new DailyRestEncoding(), samples: 60);

    // Eleven hours of night before the week, and up to nine hours directly after them.
    [TestCase("mon 07:00")]
    [TestCase("mon 05:00")]
    public Task Encoding_DutyThatGoesOnFromTheWeekBefore_AgreesWithTheChecker(string lastEnd) => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { LastDuty = TestWeek.Span("last sun 20:00", lastEnd) } })
            .Visit("v1", "mon 07:00", minutes: 240)
            .Visit("v2", "mon 12:00", minutes: 240)
            .Visit("v3", "tue 06:00", window: 240)
            .Build(),
        new DailyRestRule(), () => new DailyRestEncoding(), samples: 40);

    private static ProblemBuilder LateSleepEarly() => new ProblemBuilder()
        .Worker("ann")
        .Visit("late", "mon 14:00", minutes: 480)
        .Visit("sleep", "mon 22:00", v => v with { Kind = VisitKind.Sleepover }, minutes: 540)
        .Visit("early", "tue 07:00", minutes: 180);

    private static CheckedRota TwoDuties(string next, Func<Worker, Worker>? with = null)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann", with).Visit("v1", "mon 12:00", minutes: 600).Visit("v2", next).Build();
        return CheckedRota.Of(problem, ("v1", "mon 12:00", "ann"), ("v2", next, "ann"));
    }
}
