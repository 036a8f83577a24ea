using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>
/// Turns local times into minutes really elapsed since the week began, and back. A night on which the clocks change has 23 or 25 hours
/// here as it has for the worker on shift.
/// </summary>
public sealed class WeekClock
{
    private const int DaysBefore = 14;
    private const int DaysAfter = 14;
    private const int MinutesPerDay = 1440;
    private const int DaysAround = 2;
    private readonly DateTimeZone zone;
    private readonly Instant origin;
    private readonly int[] dayStarts;

    public WeekClock(LocalDate weekStart, DateTimeZone zone)
    {
        this.zone = zone;
        WeekStart = weekStart;
        origin = zone.AtStartOfDay(weekStart).ToInstant();
        dayStarts = [.. Enumerable.Range(-DaysBefore, DaysBefore + DaysAfter).Select(day => Elapsed(zone.AtStartOfDay(weekStart.PlusDays(day)).ToInstant()))];
        WeekEnd = DayStart(7);
    }

    /// <summary>First day of the week.</summary>
    public LocalDate WeekStart { get; }

    /// <summary>Minutes in the week: 10,080, or an hour less or more when the clocks change.</summary>
    public int WeekEnd { get; }

    /// <summary>Minutes from the start of the week to a local time. A time the clocks skip counts as the moment after the gap.</summary>
    public int Minute(LocalDateTime time) => Elapsed(zone.AtLeniently(time).ToInstant());

    /// <summary>The local time of a minute of the week.</summary>
    public LocalDateTime Local(int minute) => origin.Plus(Duration.FromMinutes(minute)).InZone(zone).LocalDateTime;

    /// <summary>The minute at which a day starts; day 0 is the first day of the week, days before it are negative.</summary>
    public int DayStart(int day) => dayStarts[day + DaysBefore];

    /// <summary>The day of a date. A date about a fortnight or more away, beyond any visit, counts as the farthest day that has a start and an end.</summary>
    public int Day(LocalDate date) => Math.Clamp(Period.Between(WeekStart, date, PeriodUnits.Days).Days, -DaysBefore, DaysAfter - 2);

    /// <summary>The day a minute falls on; day 0 is the first day of the week.</summary>
    public int Day(int minute)
    {
        // A clock change moves a day's start by an hour or two, so that the guess is a day off at most.
        int index = Math.Clamp((minute / MinutesPerDay) + DaysBefore, 0, dayStarts.Length - 1);
        while (index > 0 && dayStarts[index] > minute)
        {
            index--;
        }

        while (index + 1 < dayStarts.Length && dayStarts[index + 1] <= minute)
        {
            index++;
        }

        return index - DaysBefore;
    }

    /// <summary>The minute of a local time of day on a day of the week.</summary>
    public int Minute(int day, LocalTime time) => Minute(WeekStart.PlusDays(day).At(time));

    /// <summary>The same hours of every day that may bear on the week, each as long as the clocks make it.</summary>
    /// <param name="fromMinuteOfDay">Start, in minutes after midnight.</param>
    /// <param name="toMinuteOfDay">End, in minutes after midnight; at or before the start means the next day.</param>
    public ImmutableArray<MinuteSpan> EachDay(int fromMinuteOfDay, int toMinuteOfDay)
    {
        int endsOn = toMinuteOfDay <= fromMinuteOfDay ? 1 : 0;
        LocalTime from = LocalTime.FromMinutesSinceMidnight(fromMinuteOfDay);
        LocalTime to = LocalTime.FromMinutesSinceMidnight(toMinuteOfDay);
        return [.. Enumerable.Range(-DaysAround, 7 + (2 * DaysAround)).Select(day => new MinuteSpan(Minute(day, from), Minute(day + endsOn, to)))];
    }

    private int Elapsed(Instant instant) => (int)(instant - origin).TotalMinutes;
}
