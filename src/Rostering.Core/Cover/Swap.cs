using NodaTime;

namespace Rostering.Core.Cover;

/// <summary>Where a swap stands.</summary>
public enum SwapState
{
    /// <summary>The other worker has not answered.</summary>
    Proposed,

    /// <summary>Both workers want it; a team leader has the last word.</summary>
    Agreed,
    Done,

    /// <summary>The other worker said no.</summary>
    Declined,

    /// <summary>The team leader said no.</summary>
    Refused,

    /// <summary>When it came to it a rule stood in the way.</summary>
    NotAllowed,
    Withdrawn,
}

/// <summary>One worker asks another to make a visit in their place, perhaps for one of the other's.</summary>
public sealed class Swap
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }
    public required long WeekId { get; init; }
    public required string Visit { get; init; }
    public required string FromWorker { get; init; }
    public required string ToWorker { get; init; }

    /// <summary>The other's visit that the one who asks would make instead.</summary>
    public string? InReturn { get; init; }

    public required SwapState State { get; set; }
    public required Instant ProposedAt { get; init; }
    public Instant? EndedAt { get; set; }
    public string? Reason { get; set; }
}
