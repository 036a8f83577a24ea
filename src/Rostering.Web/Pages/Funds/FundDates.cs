using NodaTime;
using NodaTime.Text;
using Rostering.Core;

namespace Rostering.Web.Pages.Funds;

/// <summary>Days of finance are days in London.</summary>
internal static class FundDates
{
    public static LocalDate Today(this IClock clock) => LocalClock.Date(clock.GetCurrentInstant());

    /// <summary>A day as a form sends it; what is no day counts as not given.</summary>
    public static LocalDate? Day(string? text) => LocalDatePattern.Iso.Parse(text ?? string.Empty) is { Success: true } day ? day.Value : null;

    public static string Short(this LocalDate day) => day.ToString("d MMM uuuu", null);

    public static string Time(Instant instant) => instant.InZone(LocalClock.Zone).ToString("d MMM uuuu, HH:mm:ss", null);
}
