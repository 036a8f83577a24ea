using System.Globalization;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Visits;
using Rostering.Solver.Rules;

namespace Rostering.Web.Pages.My;

/// <summary>What one's own pages say.</summary>
internal static class OwnWords
{
    /// <summary>A time of day as it is spoken: 7:00 in the morning.</summary>
    public static string Clock(LocalTime time) => time.Hour switch
    {
        0 when time.Minute == 0 => "midnight",
        12 when time.Minute == 0 => "12 noon",
        < 12 => $"{TwelveHours(time)} in the morning",
        < 18 => $"{TwelveHours(time)} in the afternoon",
        < 21 => $"{TwelveHours(time)} in the evening",
        _ => $"{TwelveHours(time)} at night",
    };

    /// <summary>What lies before a visit.</summary>
    public static string Of(Approach before)
    {
        if (before.FromHome)
            return $"From home: {Wording.Hours(before.TravelMinutes)}";
        var travel = before.TravelMinutes > 0 ? $"Travel {Wording.Hours(before.TravelMinutes)}, paid" : "Same place";
        return before.WaitMinutes == 0 ? travel : before.WaitPaid ? $"{travel}; waiting {Wording.Hours(before.WaitMinutes)}, paid" : $"{travel}; free for {Wording.Hours(before.WaitMinutes)}, not paid";
    }

    /// <summary>When a worker came and left, if they said so.</summary>
    public static string? Presence(WorkerVisit visit) => visit switch
    {
        { CameAt: { } came, LeftAt: { } left } => $"Checked in {Time(came)}, out {Time(left)}.",
        { CameAt: { } came } => $"Checked in {Time(came)}.",
        _ => null,
    };

    /// <summary>Who comes to a visit, in a sentence.</summary>
    public static string Who(PersonVisit visit) => (visit.Workers.Length, visit.Seats) switch
    {
        (0, _) => "Nobody yet. We are looking for someone.",
        var (coming, seats) when coming < seats => $"{string.Join(" and ", visit.Workers)}. We are looking for one more.",
        _ => string.Join(" and ", visit.Workers),
    };

    private static string TwelveHours(LocalTime time) => $"{(time.Hour + 11) % 12 + 1}:{time.Minute:00}";

    private static string Time(Instant at) => at.InZone(LocalClock.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
