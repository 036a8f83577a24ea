using NodaTime;

namespace Rostering.Ledger.Forecasts;

/// <summary>Where a fund is heading if its weeks go on as they do.</summary>
/// <param name="PacePercent">What is spent and committed, as a share of what a straight line would have used by then; nothing without an award.</param>
/// <param name="RunsOutOn">The first day that the money does not pay for; nothing if no money goes.</param>
/// <param name="LeftAtYearEnd">What will be left at the end of the fund's year, below nought if it does not last.</param>
/// <param name="Warning">How loudly to warn.</param>
public sealed record FundForecast(int? PacePercent, LocalDate? RunsOutOn, Money LeftAtYearEnd, FundWarning Warning)
{
    /// <summary>A pace above this many per cent is a warning.</summary>
    public const int PacePercentMax = 110;

    private const int LongestForecastDays = 3660;

    /// <summary>A forecast from afar is no better than this: what runs out so shortly before the year ends is warned of when it is nearer.</summary>
    private const int NearYearEndDays = 28;

    private static readonly (int Days, FundWarning Warning)[] Stages =
        [(4 * 7, FundWarning.FourWeeks), (8 * 7, FundWarning.EightWeeks), (12 * 7, FundWarning.TwelveWeeks)];

    /// <summary>Forecasts a fund from the course that it is on.</summary>
    public static FundForecast Of(FundCourse course)
    {
        var runsOutOn = RunOut(course);
        var daysToGo = Math.Max(0, Period.DaysBetween(course.On, course.YearEnd));
        var toGo = new Money((long)((Int128)course.Weekly.Pence * daysToGo / 7));
        var pace = Pace(course);
        return new FundForecast(pace, runsOutOn, course.Left - toGo, Warn(course, pace, runsOutOn));
    }

    private static int? Pace(FundCourse course)
    {
        var through = course.PlannedThrough is { } planned && planned > course.On ? planned : course.On;
        var expected = course.Allocated - course.StraightLine(through);
        var used = (Int128)(course.Spent + course.Committed).Pence;
        return expected.Pence <= 0 ? null : (int)Int128.Clamp(used * 100 / expected.Pence, -9999, 9999);
    }

    private static LocalDate? RunOut(FundCourse course)
    {
        if (course.Left <= Money.Zero)
            return course.On;
        if (course.Weekly <= Money.Zero)
            return null;
        var days = (Int128)course.Left.Pence * 7 / course.Weekly.Pence;
        return days > LongestForecastDays ? null : course.On.PlusDays((int)days);
    }

    private static FundWarning Warn(FundCourse course, int? pace, LocalDate? runsOutOn)
    {
        if (course.Left <= Money.Zero)
            return FundWarning.Empty;
        if (runsOutOn is { } day && day < course.YearEnd)
        {
            var days = Period.DaysBetween(course.On, day);
            var early = day.PlusDays(NearYearEndDays) < course.YearEnd ? FundWarning.BeforeYearEnd : FundWarning.None;
            var warning = Stages.Where(stage => days <= stage.Days).Select(stage => stage.Warning).DefaultIfEmpty(early).First();
            if (warning != FundWarning.None)
                return warning;
        }

        return pace > PacePercentMax ? FundWarning.AheadOfPace : FundWarning.None;
    }
}

/// <summary>The stages of the warning that a fund's money runs out, each louder than the one before.</summary>
public enum FundWarning
{
    /// <summary>The money lasts the year.</summary>
    None,

    /// <summary>More is used than a straight line over the year allows.</summary>
    AheadOfPace,

    /// <summary>The money runs out weeks before the year does.</summary>
    BeforeYearEnd,

    /// <summary>It runs out within twelve weeks.</summary>
    TwelveWeeks,

    /// <summary>It runs out within eight weeks.</summary>
    EightWeeks,

    /// <summary>It runs out within four weeks.</summary>
    FourWeeks,

    /// <summary>Nothing is left.</summary>
    Empty,
}
