using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Ledger.Forecasts;

namespace Rostering.Web.Pages.Funds;

/// <summary>What a fund's year looks like week by week, as a table and as the lines of a plot.</summary>
public sealed record BurnDown(ImmutableArray<BurnDownWeek> Weeks, ImmutableArray<BurnDownTick> Ticks, string Even, string Left, string Ahead, BurnDownMark? RunOut, double Zero)
{
    public const int Width = 880;
    public const int Height = 320;
    private const int FromLeft = 76, FromRight = 16, FromTop = 20, FromBottom = 36;

    public static BurnDown Of(FundDetails fund, FundForecast forecast)
    {
        var course = fund.Line.Course;
        var weeks = WeeksOf(fund, forecast).ToImmutableArray();
        var highest = Math.Max(100, weeks.Max(week => Math.Max(week.Even.Pence, week.Left?.Pence ?? 0)));
        var lowest = Math.Min(0, weeks.Min(week => Math.Min(week.Left?.Pence ?? 0, week.Ahead?.Pence ?? 0)));
        Scale scale = new(course.YearFrom, Period.DaysBetween(course.YearFrom, course.YearEnd), lowest, highest);
        var runOut = forecast.RunsOutOn is { } day && day < course.YearEnd ? new BurnDownMark(scale.X(day), $"Runs out {day.Short()}") : null;
        return new BurnDown(
            weeks, [.. scale.Months(), .. scale.Amounts()],
            scale.Line(weeks.Select(week => (week.Ends, (Money?)week.Even))), scale.Line(weeks.Select(week => (week.Ends, week.Left))),
            scale.Line(weeks.Select(week => (week.Ends, week.Ahead))), runOut, scale.Y(0));
    }

    private static IEnumerable<BurnDownWeek> WeeksOf(FundDetails fund, FundForecast forecast)
    {
        var course = fund.Line.Course;
        var changes = fund.Weeks.ToDictionary(week => week.Week, week => week.Change);
        var left = Money.Zero;
        var daysInYear = Period.DaysBetween(course.YearFrom, course.YearEnd);
        for (var week = 0; week * 7 < daysInYear; week++)
        {
            var starts = course.YearFrom.PlusWeeks(week);
            var ends = LocalDate.Min(starts.PlusDays(6), course.YearEnd.PlusDays(-1));
            left += changes.GetValueOrDefault(week);
            yield return new BurnDownWeek(
                ends, course.StraightLine(ends), starts <= course.On ? left : null, ends >= course.On ? AheadOn(ends, course, forecast) : null);
        }
    }

    private static Money AheadOn(LocalDate day, FundCourse course, FundForecast forecast) =>
        course.Left - (course.Left - forecast.LeftAtYearEnd).Split(
            Math.Max(0, Period.DaysBetween(course.On, day)), Math.Max(1, Period.DaysBetween(day, course.YearEnd)))[0];

    private sealed record Scale(LocalDate From, int Days, long Lowest, long Highest)
    {
        public double X(LocalDate day) => FromLeft + ((Width - FromLeft - FromRight) * (double)(Period.DaysBetween(From, day) + 1) / Days);

        public double Y(long pence) => FromTop + ((Height - FromTop - FromBottom) * (double)(Highest - pence) / (Highest - Lowest));

        public string Line(IEnumerable<(LocalDate Day, Money? Money)> points) => string.Join(' ', points.Where(point => point.Money is not null)
            .Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Day):0.#},{Y(point.Money!.Value.Pence):0.#}")));

        public IEnumerable<BurnDownTick> Months()
        {
            for (var month = From.With(DateAdjusters.StartOfMonth).PlusMonths(1); month < From.PlusDays(Days); month = month.PlusMonths(2))
                yield return new BurnDownTick(X(month), Height - 12, month.ToString("MMM", null), Upright: true);
        }

        public IEnumerable<BurnDownTick> Amounts()
        {
            var step = new[] { 1, 2, 5 }.SelectMany(digit => Enumerable.Range(2, 12).Select(zeros => digit * (long)Math.Pow(10, zeros)))
                .Order().First(size => (Highest - Lowest) / size <= 5);
            for (var pence = Lowest / step * step; pence <= Highest; pence += step)
                yield return new BurnDownTick(FromLeft, Y(pence), $"{(pence < 0 ? "-" : null)}£{Math.Abs(pence) / 100:#,##0}", Upright: false);
        }
    }
}

/// <summary>A week of the year: an even course, what was left at its end, and what the forecast leaves.</summary>
public sealed record BurnDownWeek(LocalDate Ends, Money Even, Money? Left, Money? Ahead);

/// <summary>A grid line with its word, at a month or at an amount.</summary>
public sealed record BurnDownTick(double X, double Y, string Words, bool Upright);

/// <summary>The day that the money runs out, on the plot.</summary>
public sealed record BurnDownMark(double X, string Words)
{
    /// <summary>Near the right edge the words stand to the left of their line.</summary>
    public bool Rightmost => X > BurnDown.Width - 200;
}
