using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rota;

/// <summary>The four clocks of a duty, worked out by hand.</summary>
[TestFixture]
internal sealed class WorkerTimelineTests
{
    [Test]
    public void Load_LateSleepEarly_CountsSleepAsWorkButNotForMinimumWage()
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann")
            .Visit("late", "mon 14:00", minutes: 480)
            .Visit("sleep", "mon 22:00", v => v with { Kind = VisitKind.Sleepover }, minutes: 540)
            .Visit("early", "tue 07:00", minutes: 180)
            .Build();

        Duty duty = Laid.Out(problem, ("late", "mon 14:00"), ("sleep", "mon 22:00"), ("early", "tue 07:00")).Duties.ToArray().Single();

        Assert.That((duty.Working, duty.MinimumWage, duty.Paid, duty.TiedUp), Is.EqualTo((1200, 660, 1200, 1200)));
        Assert.That((duty.Night, duty.Break, duty.Splits, duty.TopUp), Is.EqualTo((true, true, 0, 0)));
    }

    [Test]
    public void Load_WakingNight_CountsWholeOnEveryClock()
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann")
            .Visit("night", "mon 22:00", v => v with { Kind = VisitKind.WakingNight, SpecialHazard = true }, minutes: 600)
            .Build();

        Duty duty = Laid.Out(problem, ("night", "mon 22:00")).Duties.ToArray().Single();

        Assert.That((duty.Working, duty.MinimumWage, duty.Paid, duty.TiedUp), Is.EqualTo((600, 600, 600, 600)));
        Assert.That((duty.Night, duty.Hazard, duty.Break), Is.EqualTo((true, true, false)));
    }

    // The first visit is in town until 08:00, the second on the hill, half an hour away; the worker lives in town.
    [TestCase("mon 08:30", GapKind.Paid, 150, 150, 180, 0)]
    [TestCase("mon 09:00", GapKind.Paid, 180, 180, 210, 0)]
    [TestCase("mon 09:01", GapKind.Split, 150, 150, 211, 1)]
    [TestCase("mon 13:59", GapKind.Split, 150, 150, 509, 1)]
    public void Load_JourneyAndWait_ArePaidUnlessTheGapSplitsTheDuty(string second, GapKind kind, int working, int paid, int tiedUp, int splits)
    {
        WorkerTimeline week = Laid.Out(TownAndHill(second), ("v1", "mon 07:00"), ("v2", second));

        Duty duty = week.Duties.ToArray().Single();

        Assert.That(week.Gaps.ToArray().Single().Kind, Is.EqualTo(kind));
        Assert.That((duty.Working, duty.MinimumWage, duty.Paid, duty.TiedUp, duty.Splits), Is.EqualTo((working, working, paid, tiedUp, splits)));
    }

    [Test]
    public void Load_GapOfSixHours_MakesTwoDutiesWithTheWayHomeBetween()
    {
        WorkerTimeline week = Laid.Out(TownAndHill("mon 14:00"), ("v1", "mon 07:00"), ("v2", "mon 14:00"));

        Assert.That(week.Gaps.ToArray().Single().Kind, Is.EqualTo(GapKind.Rest));
        Assert.That(week.Duties.ToArray().Select(duty => (duty.Working, duty.TiedUp)), Is.EqualTo([(60, 60), (60, 120)]));
        Assert.That((week.WorkingMinutes, week.PaidMinutes, week.DrivenMetres), Is.EqualTo((120, 120, 0)));
    }

    [TestCase("cinema", 450, 0)]
    [TestCase("theatre", 360, 1)]
    public void Load_T07CinemaWithAnHourAndAHalfBetween_IsPaidWaiting(string second, int paid, int splits)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann")
            .Visit("there", "sat 13:00", v => v with { Outing = "cinema" }, minutes: 180)
            .Visit("back", "sat 17:30", v => v with { Outing = second }, minutes: 180)
            .Build();

        Duty duty = Laid.Out(problem, ("there", "sat 13:00"), ("back", "sat 17:30")).Duties.ToArray().Single();

        Assert.That((duty.Working, duty.MinimumWage, duty.Paid, duty.Splits), Is.EqualTo((paid, paid, paid, splits)));
    }

    // An engagement pays an hour at least. Two visits of 20 minutes: with a paid wait they are one engagement, with a split two.
    [TestCase("mon 07:20", 60, 20, 40)]
    [TestCase("mon 07:40", 60, 0, 60)]
    [TestCase("mon 07:50", 70, 0, 70)]
    [TestCase("mon 09:00", 120, 80, 40)]
    public void Load_ShortEngagements_AreToppedUpOnThePaidClockAlone(string second, int paid, int topUp, int working)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00", minutes: 20).Visit("v2", second, minutes: 20).Build();

        WorkerTimeline week = Laid.Out(problem, ("v1", "mon 07:00"), ("v2", second));

        Duty duty = week.Duties.ToArray().Single();
        Assert.That((duty.Paid, duty.TopUp, duty.Working, duty.MinimumWage), Is.EqualTo((paid, topUp, working, working)));
        Assert.That((week.PaidMinutes, week.WorkingMinutes), Is.EqualTo((paid, working)));
    }

    [Test]
    public void Load_WorkForOthers_CountsForHoursAndCutsDuties()
    {
        RotaProblem problem = new ProblemBuilder().At("hill", 10_000, 0)
            .Worker("ann", w => w with { OutsideWork = [TestWeek.Span("mon 08:30", "mon 10:30")] }, home: "hill")
            .Visit("v1", "mon 07:00")
            .Visit("v2", "mon 11:00")
            .Build();

        WorkerTimeline week = Laid.Out(problem, ("v1", "mon 07:00"), ("v2", "mon 11:00"));

        Assert.That(week.Gaps.ToArray().Select(gap => gap.Kind), Is.EqualTo([GapKind.Elsewhere, GapKind.Elsewhere]));
        Assert.That((week.WorkingMinutes, week.OutsideMinutes, week.PaidMinutes), Is.EqualTo((240, 120, 120)));
        Assert.That(week.Duties.ToArray().Select(duty => duty.TiedUp), Is.EqualTo([90, 90]), "half an hour from home to the first, and from the second home");
    }

    [Test]
    public void Load_LastDutyBeforeTheWeek_CountsForNoHours()
    {
        RotaProblem problem = new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { LastDuty = TestWeek.Span("last sun 22:00", "mon 06:00") } })
            .Visit("v1", "mon 07:00")
            .Build();

        WorkerTimeline week = Laid.Out(problem, ("v1", "mon 07:00"));

        Assert.That((week.WorkingMinutes, week.OutsideMinutes, week.Items.Length), Is.EqualTo((60, 0, 2)));
    }

    // Saturday to Sunday, 22:00 to 07:00: 8 hours when the clocks go forward, 10 when they go back, 9 otherwise.
    [TestCase(2027, 3, 22, 480)]
    [TestCase(2026, 10, 19, 600)]
    [TestCase(2026, 11, 16, 540)]
    public void Load_NightOnWhichTheClocksChange_IsAsLongAsItReallyIs(int year, int month, int day, int minutes)
    {
        RotaProblem problem = new ProblemBuilder(new LocalDate(year, month, day)).Worker("ann")
            .Visit("sleep", "sat 22:00", v => v with { Kind = VisitKind.Sleepover }, minutes: minutes)
            .Visit("early", "sun 07:00", minutes: 120)
            .Build();

        WorkerTimeline week = Laid.Out(problem, ("sleep", "sat 22:00"), ("early", "sun 07:00"));

        Assert.That(week.Gaps.ToArray().Single().Minutes, Is.Zero);
        Assert.That((week.Duties.ToArray().Single().Working, week.Duties.ToArray().Single().MinimumWage), Is.EqualTo((minutes + 120, 120)));
        Assert.That(week.Problem.Clock.WeekEnd, Is.EqualTo(7 * 1440 + minutes - 540));
    }

    private static RotaProblem TownAndHill(string second) => new ProblemBuilder().At("hill", 10_000, 0).Person("quin", home: "hill")
        .Worker("ann")
        .Visit("v1", "mon 07:00")
        .Visit("v2", second, person: "quin")
        .Build();
}
