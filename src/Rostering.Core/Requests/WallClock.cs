using NodaTime;
using NodaTime.TimeZones;

namespace Rostering.Core.Requests;

/// <summary>Turns what people say by the clock on the wall into times that exist once, and into minutes that really pass.</summary>
public sealed class WallClock(string zone)
{
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;

    /// <summary>The time itself; where the clocks skip it or show it twice, the first moment after that hour.</summary>
    public LocalDateTime Once(LocalDateTime time)
    {
        ZoneLocalMapping mapping = zone.MapLocal(time);
        return mapping.Count == 1 ? time : mapping.LateInterval.Start.Plus(Overlap(mapping)).InZone(zone).LocalDateTime;
    }

    /// <summary>The minutes that pass while the clock on the wall goes on by so many.</summary>
    public int Passing(LocalDateTime start, int minutes) =>
        checked((int)(zone.AtLeniently(start.PlusMinutes(minutes)).ToInstant() - zone.AtLeniently(start).ToInstant()).TotalMinutes);

    /// <summary>By how much the clock on the wall goes on while so many minutes pass.</summary>
    public int OnTheWall(LocalDateTime start, int minutes)
    {
        LocalDateTime end = zone.AtLeniently(start).Plus(Duration.FromMinutes(minutes)).LocalDateTime;
        return checked((int)Period.Between(start, end, PeriodUnits.Minutes).Minutes);
    }

    // After the clocks have gone back, the repeated hour is still to come; after they have gone forward, nothing is.
    private static Duration Overlap(ZoneLocalMapping mapping)
    {
        Offset back = mapping.EarlyInterval.WallOffset - mapping.LateInterval.WallOffset;
        return Duration.FromMilliseconds(Math.Max(0, back.Milliseconds));
    }
}
