using NodaTime;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A visit as it is charged: planned when it is committed, as it went when it is delivered or not.</summary>
public sealed record VisitRecord
{
    /// <summary>The opaque id of the visit.</summary>
    public required string Visit { get; init; }

    /// <summary>Which telling of the visit this is; a correction posts the next.</summary>
    public int Version { get; init; } = 1;

    public required LocalDateTime Start { get; init; }

    public required Minutes Planned { get; init; }

    /// <summary>The time that was given; nought for a visit that was only planned, or not delivered.</summary>
    public Minutes Delivered { get; init; }

    /// <summary>What it costs really, travel and paid waiting included.</summary>
    public required Money Cost { get; init; }

    public string? Role { get; init; }

    /// <summary>The line of the rate card that the cost comes from.</summary>
    public string? Rate { get; init; }

    public Money? RatePerHour { get; init; }

    public Money? Travel { get; init; }
}
