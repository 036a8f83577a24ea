using NodaTime;

namespace Rostering.Core.Cover;

/// <summary>The clock on the wall where support is given.</summary>
public static class LocalClock
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static LocalDateTime Local(Instant at) => at.InZone(Zone).LocalDateTime.With(TimeAdjusters.TruncateToMinute);

    /// <summary>A day and time as people say it: "Mon 23 Nov 07:00".</summary>
    public static string Day(LocalDateTime time) => time.ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static Instant Instant(LocalDateTime time) => time.InZoneLeniently(Zone).ToInstant();
}
