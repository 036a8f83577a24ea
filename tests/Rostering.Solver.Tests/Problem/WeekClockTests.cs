using NodaTime;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Tests.Problem;

[TestFixture]
internal sealed class WeekClockTests
{
    private static readonly DateTimeZone s_london = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>A week like most, the week that ends with a night of 23 hours, the one of 25 hours, and the weeks after them.</summary>
    [TestCase("2026-11-16", 10_080)]
    [TestCase("2026-03-23", 10_020)]
    [TestCase("2026-03-30", 10_080)]
    [TestCase("2026-10-19", 10_140)]
    [TestCase("2026-10-26", 10_080)]
    public void Day_EveryMinuteOfTheWeeksAround_LiesBetweenItsDaysStartAndTheNext(string monday, int minutes)
    {
        WeekClock clock = new(NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value, s_london);

        var wrong = Enumerable.Range(-10_080, 27_000).Where(minute => clock.Day(minute) is var day && (minute < clock.DayStart(day) || minute >= clock.DayStart(day + 1)));

        Assert.That(wrong, Is.Empty);
        Assert.That(clock.WeekEnd, Is.EqualTo(minutes));
    }

    [TestCase("2026-03-23", 6, 3, 8_760)]
    [TestCase("2026-11-16", 6, 3, 8_820)]
    public void Minute_OfALocalTime_CountsMinutesReallyElapsed(string monday, int day, int hour, int minute)
    {
        WeekClock clock = new(NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value, s_london);

        Assert.That(clock.Minute(day, new LocalTime(hour, 0)), Is.EqualTo(minute));
    }
}
