using NodaTime;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>How a demonstration council's awards lie in time: years of thirteen periods of four weeks, or of twelve months.</summary>
internal static class AwardCalendar
{
    private const int WeeksAYear = 52;

    /// <summary>The first day of some four-weekly award year, a Monday.</summary>
    public static LocalDate Anchor { get; } = new(2026, 4, 6);

    /// <summary>The first day of the award year that a day lies in.</summary>
    public static LocalDate YearStart(InvoiceCycle cycle, LocalDate day)
    {
        if (cycle.Kind == CycleKind.CalendarMonth)
            return new LocalDate(day.Month < 4 ? day.Year - 1 : day.Year, 4, 1);
        var weeks = Period.DaysBetween(Anchor, day) / 7.0 / WeeksAYear;
        return Anchor.PlusWeeks(WeeksAYear * (int)Math.Floor(weeks));
    }

    /// <summary>The award years from a day on, the first one without the days before it, up to the year of the last day.</summary>
    public static IEnumerable<DateInterval> Years(InvoiceCycle cycle, DateInterval days)
    {
        for (var start = days.Start; start <= days.End;)
        {
            var first = YearStart(cycle, start);
            var end = cycle.Kind == CycleKind.CalendarMonth ? first.PlusYears(1).PlusDays(-1) : first.PlusWeeks(WeeksAYear).PlusDays(-1);
            yield return new DateInterval(start, end);
            start = end.PlusDays(1);
        }
    }

    /// <summary>The periods of an award year, the first one without the days before the year.</summary>
    public static IEnumerable<DateInterval> Periods(InvoiceCycle cycle, DateInterval year)
    {
        for (var start = year.Start; start <= year.End;)
        {
            var period = cycle.On(start);
            yield return new DateInterval(start, period.End);
            start = period.End.PlusDays(1);
        }
    }
}
