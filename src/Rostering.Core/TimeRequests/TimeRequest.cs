using NodaTime;

namespace Rostering.Core.TimeRequests;

/// <summary>What a worker asks for: to be away, or to be asked to work besides the usual hours.</summary>
public enum TimeRequestKind { Leave, ExtraHours }

/// <summary>Where a request stands. Only one that is asked can still change.</summary>
public enum TimeRequestState { Asked, Approved, Refused, Withdrawn }

/// <summary>A worker's request for a time, with its answer.</summary>
public sealed class TimeRequest
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }
    public required string Worker { get; init; }
    public required TimeRequestKind Kind { get; init; }
    public required LocalDateTime StartsAt { get; init; }
    public required LocalDateTime EndsAt { get; init; }
    public string? Note { get; init; }
    public required Instant AskedAt { get; init; }
    public required long AskedBy { get; init; }
    public required TimeRequestState State { get; set; }
    public Instant? AnsweredAt { get; set; }
    public long? AnsweredBy { get; set; }
    public string? AnsweredName { get; set; }

    /// <summary>What whoever answered said to it.</summary>
    public string? Answer { get; set; }
}
