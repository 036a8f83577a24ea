using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rostering.Ledger.Forecasts;

namespace Rostering.Ledger.Tests.Forecasts;

public sealed class FundForecastTests
{
    private static readonly LocalDate April = new(2026, 4, 6);

    [Test]
    public void Forecast_HalfTheYearGoneOnTheLine_LastsTheYear()
    {
        var forecast = FundForecast.Of(Course(weeksGone: 26, weekly: 1_000_00));

        Assert.That(forecast.PacePercent, Is.EqualTo(99).Or.EqualTo(100));
        Assert.That(forecast.RunsOutOn, Is.EqualTo(April.PlusWeeks(52)));
        Assert.That(forecast.Warning, Is.EqualTo(FundWarning.None), "a year has a day more than 52 weeks, which is no matter yet");
    }

    [TestCase(30, FundWarning.AheadOfPace, TestName = "Forecast_SpentAheadThenSlowed_WarnsOfPaceAlone")]
    [TestCase(20, FundWarning.None, TestName = "Forecast_SpentBehindTheLine_WarnsOfNothing")]
    public void Forecast_SpendingThatSlows_IsJudgedByPace(int weeksSpent, FundWarning warning)
    {
        var course = Course(weeksGone: 26, weekly: 500_00) with { Allocated = new Money(52_000_00), Spent = new Money(weeksSpent * 1_000_00), Left = new Money((52 - weeksSpent) * 1_000_00) };

        Assert.That(FundForecast.Of(course).Warning, Is.EqualTo(warning));
    }

    [Test]
    public void Forecast_CommittedFourWeeksAhead_IsHeldToTheLineOfThatDay()
    {
        var course = Course(weeksGone: 10, weekly: 1_000_00) with { Committed = new Money(4_000_00), PlannedThrough = April.PlusWeeks(14).PlusDays(-1) };

        Assert.That(FundForecast.Of(course).PacePercent, Is.EqualTo(100));
    }

    [Test]
    public void Forecast_NoAwardAndNoSpending_SaysThatNothingIsLeft()
    {
        var forecast = FundForecast.Of(Course(0, 0) with { Allocated = Money.Zero, Left = Money.Zero });

        Assert.That(forecast, Is.EqualTo(new FundForecast(null, April, Money.Zero, FundWarning.Empty)));
    }

    [Test]
    public void T16_PackageTakenToZero_WarnsInEveryStageBeforeNothingIsLeft() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(13, 51).ToArbitrary(), Gen.Choose(1, 500_00).ToArbitrary(), (weeks, weekly) =>
        {
            var warnings = Enumerable.Range(0, weeks + 1)
                .Select(gone => FundForecast.Of(Course(gone, weekly, weeks)).Warning).ToArray();

            return warnings.Distinct().SequenceEqual(weeks == 13
                    ? [FundWarning.BeforeYearEnd, FundWarning.TwelveWeeks, FundWarning.EightWeeks, FundWarning.FourWeeks, FundWarning.Empty]
                    : warnings.Distinct().Order())
                && warnings[^1] == FundWarning.Empty
                && warnings[weeks - 12] == FundWarning.TwelveWeeks && warnings[weeks - 8] == FundWarning.EightWeeks && warnings[weeks - 4] == FundWarning.FourWeeks;
        }));

    [Test]
    public void T16_AnySpending_IsWarnedOfBeforeItRunsOut() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 300).ListOf(20).ToArbitrary(), weeks =>
        {
            // Each week is forecast from the week before it; the money is what these weeks spend, and not a penny more.
            var left = weeks.Sum();
            var silent = 0;
            for (var week = 0; week + 1 < weeks.Count; week++)
            {
                left -= weeks[week];
                var course = Course(0, 0) with { On = April.PlusWeeks(week + 1), Left = new Money(left), Weekly = new Money(weeks[week]) };
                silent += left <= 4 * weeks[week] && FundForecast.Of(course).Warning < FundWarning.FourWeeks ? 1 : 0;
            }

            return silent == 0;
        }));

    [Test]
    public void RunOut_AnyCourse_IsTheFirstDayNotPaidFor() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 1_000_00).ToArbitrary(), Gen.Choose(200, 50_00).ToArbitrary(), (left, weekly) =>
        {
            var days = Period.DaysBetween(April, FundForecast.Of(Course(0, weekly) with { Left = new Money(left) }).RunsOutOn!.Value);
            return (long)days * weekly <= 7L * left && (days + 1L) * weekly > 7L * left;
        }));

    /// <summary>A fund that was awarded so many weeks of its weekly cost, some of which are gone.</summary>
    private static FundCourse Course(int weeksGone, long weekly, int weeksAwarded = 52) => new()
    {
        YearFrom = April,
        On = April.PlusWeeks(weeksGone),
        Allocated = new Money(weeksAwarded * weekly),
        Spent = new Money(weeksGone * weekly),
        Committed = Money.Zero,
        Left = new Money((weeksAwarded - weeksGone) * weekly),
        Weekly = new Money(weekly),
    };
}
