using NodaTime;

namespace Rostering.Core.Cover;

/// <summary>Why nobody fills a seat of a published visit.</summary>
public enum GapCause
{
    /// <summary>Nobody could be found when the week was planned.</summary>
    Uncovered,
    WorkerIll,

    /// <summary>Leave or a protected commitment that came after the rota.</summary>
    WorkerAway,

    /// <summary>The person asked for more support than was planned.</summary>
    ExtraHelp,
}

/// <summary>A seat of a published visit that nobody fills, from when it is known until it is filled or needed no more.</summary>
public sealed class Gap
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }
    public required long WeekId { get; init; }
    public required string Visit { get; init; }
    public required GapCause Cause { get; init; }

    /// <summary>Who was to come.</summary>
    public string? Leaver { get; init; }

    /// <summary>The id of the sickness record; it is what contingency pays on.</summary>
    public string? Record { get; init; }

    public required Instant OpenedAt { get; init; }
    public required long OpenedBy { get; init; }
    public Instant? ClosedAt { get; set; }

    /// <summary>Who comes; nobody where the gap closed because the visit was called off.</summary>
    public string? FilledBy { get; set; }
}

/// <summary>What a fund had promised to the visit before its worker fell out.</summary>
public sealed class GapShare
{
    public required long GapId { get; init; }
    public required int FundId { get; init; }
    public required long Pence { get; init; }
}
