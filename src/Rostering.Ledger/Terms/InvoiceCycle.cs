using NodaTime;

namespace Rostering.Ledger.Terms;

/// <summary>How a council is invoiced: every four weeks counted from an anchor day, or by the calendar month.</summary>
public sealed record InvoiceCycle
{
    private const int DaysInFourWeeks = 28;

    public CycleKind Kind { get; init; }

    /// <summary>The first day of some four-weekly period; a calendar month needs none.</summary>
    public LocalDate? Anchor { get; init; }

    /// <summary>The period that a day lies in: what one invoice and one statement cover.</summary>
    public DateInterval On(LocalDate day)
    {
        if (Kind == CycleKind.CalendarMonth)
            return Month(day);
        var anchor = Anchor ?? throw new InvalidOperationException("A four-weekly cycle has no anchor; give the first day of one of its periods.");
        var days = Period.DaysBetween(anchor, day) % DaysInFourWeeks;
        var first = day.PlusDays(-(days < 0 ? days + DaysInFourWeeks : days));
        return new(first, first.PlusDays(DaysInFourWeeks - 1));
    }

    /// <summary>
    /// The periods of the year that starts on or after a day: thirteen of four weeks, a fourteenth being due about every 22 years
    /// when the days left over (one a year, two in a leap year) have grown to four weeks; or twelve months.
    /// </summary>
    public IReadOnlyList<DateInterval> YearFrom(LocalDate firstDay)
    {
        var periods = new List<DateInterval>();
        var period = On(firstDay);
        if (period.Start < firstDay)
            period = On(period.End.PlusDays(1));
        for (var end = firstDay.PlusYears(1); period.Start < end; period = On(period.End.PlusDays(1)))
            periods.Add(period);
        return periods;
    }

    private static DateInterval Month(LocalDate day) => new(day.With(DateAdjusters.StartOfMonth), day.With(DateAdjusters.EndOfMonth));
}

/// <summary>The two ways of cutting a year into periods.</summary>
public enum CycleKind
{
    /// <summary>Every calendar month.</summary>
    CalendarMonth,

    /// <summary>Every four weeks.</summary>
    FourWeekly,
}
