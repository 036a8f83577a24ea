using NodaTime;

namespace Rostering.Core.Visits;

/// <summary>What a worker says of being at a visit.</summary>
public enum AttendanceKind { Came, Left }

/// <summary>A worker came to a visit, or left it. Never changed.</summary>
public sealed class Attendance
{
    public long Id { get; private set; }
    public required long WeekId { get; init; }
    public required string Visit { get; init; }
    public required string Worker { get; init; }
    public required AttendanceKind Kind { get; init; }
    public required Instant At { get; init; }
    public required Instant RecordedAt { get; init; }
    public required long RecordedBy { get; init; }

    /// <summary>Why the worker came late, or left early.</summary>
    public string? Reason { get; init; }
}

/// <summary>Somebody was told that a worker had not come to a visit; once for each visit and worker.</summary>
public sealed class LateAlarm
{
    public required long WeekId { get; init; }
    public required string Visit { get; init; }
    public required string Worker { get; init; }
    public required Instant RaisedAt { get; init; }
}
