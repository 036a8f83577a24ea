using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rostering.Ledger.Forecasts;

namespace Rostering.Ledger.Tests.Forecasts;

public sealed class StepUpPlanTests
{
    private static readonly LocalDate Today = new(2026, 11, 2);
    private static readonly LocalDate YearEnd = new(2027, 4, 5);

    [Test]
    public void T29_SetbackNeedsTenHoursMore_SaysWhichBalanceLastsUntilWhen()
    {
        var plan = StepUpPlan.Of(Course(4_000_00, 350_00), new StepUp(Today.PlusWeeks(2), new Minutes(600), new Money(21_00)), new Money(560_00), new Money(300_00));

        // Two weeks at £350, then £560 a week: £3,300 pays 41 days of £80, the bank 7 more, contingency 3 of £300's 3.75.
        Assert.That(plan.ExtraWeekly, Is.EqualTo(new Money(210_00)));
        Assert.That(plan.Days, Is.EqualTo(new PaidDays[]
        {
            new(Account.Main, Today, Today.PlusDays(54)),
            new(Account.Bank, Today.PlusDays(55), Today.PlusDays(61)),
            new(Account.Contingency, Today.PlusDays(62), Today.PlusDays(65)),
        }));
        Assert.That(plan.ShortAtYearEnd, Is.EqualTo(new Money((2 * 350_00) + ((154 - 14) * 80_00) - 4_860_00)));
    }

    [Test]
    public void T29_NoStepUp_LastsAsLongAsTheForecastSays() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(100_00, 3_000_00).ToArbitrary(), Gen.Choose(200_00, 900_00).ToArbitrary(), (left, weekly) =>
        {
            var course = Course(left, weekly);
            var end = Lasts(StepUpPlan.Of(course, new StepUp(Today, default, new Money(20_00)), default, default)).PlusDays(1);
            return end == FundForecast.Of(course).RunsOutOn || end == YearEnd;
        }));

    [Test]
    public void T29_MoreHours_NeverLastLonger() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 3_000).ToArbitrary(), Gen.Choose(0, 600).ToArbitrary(), (minutes, more) =>
        {
            var (few, many) = (Plan(minutes), Plan(minutes + more));
            return Lasts(many) <= Lasts(few) && many.ShortAtYearEnd >= few.ShortAtYearEnd;
        }));

    private static StepUpPlan Plan(int minutes) =>
        StepUpPlan.Of(Course(4_000_00, 350_00), new StepUp(Today.PlusWeeks(1), new Minutes(minutes), new Money(21_37)), new Money(200_00), new Money(300_00));

    private static LocalDate Lasts(StepUpPlan plan) => plan.Days.IsEmpty ? Today.PlusDays(-1) : plan.Days[^1].Through;

    private static FundCourse Course(long left, long weekly) => new()
    {
        YearFrom = YearEnd.PlusYears(-1),
        On = Today,
        Allocated = new Money(20_000_00),
        Spent = Money.Zero,
        Committed = Money.Zero,
        Left = new Money(left),
        Weekly = new Money(weekly),
    };
}
