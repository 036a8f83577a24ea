using System.Globalization;
using System.Text;
using NodaTime;

namespace Rostering.Core.Calendars;

/// <summary>One visit in a calendar, by London's clock.</summary>
internal sealed record CalendarEvent(string Uid, Instant Stamp, LocalDateTime Start, LocalDateTime End, string Summary, string Location, bool CalledOff);

/// <summary>A calendar as RFC 5545 writes it. Times are in UTC, which every program reads alike and no clock change bends.</summary>
internal sealed class ICalendarFile
{
    private const int OctetsMax = 75;

    private readonly StringBuilder text = new();

    public ICalendarFile(string name)
    {
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Rostering//Visits//EN");
        Line("METHOD:PUBLISH");
        Line($"X-WR-CALNAME:{Escaped(name)}");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    }

    public void Add(CalendarEvent visit)
    {
        Line("BEGIN:VEVENT");
        Line($"UID:{Escaped(visit.Uid)}");
        Line($"DTSTAMP:{Utc(visit.Stamp)}");
        Line($"DTSTART:{Utc(LocalClock.Instant(visit.Start))}");
        Line($"DTEND:{Utc(LocalClock.Instant(visit.End))}");
        Line($"SUMMARY:{Escaped(visit.Summary)}");
        Line($"LOCATION:{Escaped(visit.Location)}");
        Line(visit.CalledOff ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line("END:VEVENT");
    }

    /// <summary>The whole file.</summary>
    public string Text() => $"{text}END:VCALENDAR\r\n";

    // A line is folded after 75 octets, never inside a character; each line that goes on begins with a space.
    private void Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsMax)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string Utc(Instant instant) => instant.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string value) => value
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
