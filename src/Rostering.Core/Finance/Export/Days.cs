using NodaTime;
using NodaTime.Text;

namespace Rostering.Core.Finance.Export;

/// <summary>Days and times as the database counts them, for people and other programs.</summary>
internal static class Days
{
    private static readonly LocalDate Year2000 = new(2000, 1, 1);
    private static readonly InstantPattern Microseconds = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.ffffff'Z'");

    public static LocalDate Of(int daysSince2000) => Year2000.PlusDays(daysSince2000);

    public static string Text(int? daysSince2000) => daysSince2000 is { } days ? LocalDatePattern.Iso.Format(Of(days)) : "";

    public static string Time(long microsecondsSince1970) =>
        Microseconds.Format(Instant.FromUnixTimeTicks(microsecondsSince1970 * (NodaConstants.TicksPerMillisecond / 1000)));
}
