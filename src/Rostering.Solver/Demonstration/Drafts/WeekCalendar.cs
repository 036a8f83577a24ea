using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>
/// Drafts are written in minutes on the clock's face after the week's start; this turns them into local times and into minutes really
/// elapsed, which differ once the clocks have changed.
/// </summary>
internal sealed class WeekCalendar
{
    public const string Zone = "Europe/London";
    public const int Hour = 60;
    public const int Day = 24 * Hour;
    public const int Week = 7 * Day;

    private readonly WeekClock clock;
    private readonly bool clocksChange;

    public WeekCalendar(LocalDate start)
    {
        Start = start;
        clock = new WeekClock(start, DateTimeZoneProviders.Tzdb[Zone]);
        clocksChange = clock.Minute(Time(Week + Day)) != Week + Day;
    }

    public LocalDate Start { get; }

    public static int At(int day, int hour, int minute = 0) => (day * Day) + (hour * Hour) + minute;

    public LocalDateTime Time(int faceMinute) => Start.AtMidnight().PlusMinutes(faceMinute);

    public LocalInterval Interval(int fromFaceMinute, int toFaceMinute) => new(Time(fromFaceMinute), Time(toFaceMinute));

    public int Elapsed(int faceMinute) => clocksChange ? clock.Minute(Time(faceMinute)) : faceMinute;

    public LocalDateTime TimeOfElapsed(int elapsed) => clock.Local(elapsed);

    public int DayOfElapsed(int elapsed) => clock.Day(elapsed);
}
