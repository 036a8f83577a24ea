using NodaTime;
using NodaTime.Text;

namespace Rostering.Core;

/// <summary>The clock on the wall where support is given and funds are kept.</summary>
public static class LocalClock
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static LocalDateTime Local(Instant at) => at.InZone(Zone).LocalDateTime.With(TimeAdjusters.TruncateToMinute);

    public static LocalDate Date(Instant at) => at.InZone(Zone).Date;

    /// <summary>The first day of a day's week.</summary>
    public static LocalDate MondayOf(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    /// <summary>A day as it stands in addresses, forms and files: "2026-11-23".</summary>
    public static string Iso(this LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A day and time as people say it: "Mon 23 Nov 07:00".</summary>
    public static string Day(LocalDateTime time) => time.ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A moment as people say it: "Mon 23 November, 07:00".</summary>
    public static string When(Instant at) => at.InZone(Zone).ToString("ddd d MMMM, HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static Instant Instant(LocalDateTime time) => time.InZoneLeniently(Zone).ToInstant();

    /// <summary>The first moment that is no longer of the day.</summary>
    public static Instant EndOf(LocalDate day) => day.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant();
}
