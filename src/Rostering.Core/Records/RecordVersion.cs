using NodaTime;

namespace Rostering.Core.Records;

/// <summary>One version of a record, with who made it, when and why. Never changed: a correction is the next version.</summary>
public sealed class RecordVersion
{
    public required long ProviderId { get; init; }
    public required RecordKind Kind { get; init; }
    public required string Id { get; init; }
    public required int Version { get; init; }

    /// <summary>The record as JSON; <c>null</c> where this version removed it.</summary>
    public string? Content { get; init; }

    public required long ChangedBy { get; init; }
    public required string ByName { get; init; }
    public required Instant ChangedAt { get; init; }
    public required string Why { get; init; }
}

/// <summary>Which version of a record holds. The database keeps it in step with the versions.</summary>
public sealed class RecordHead
{
    public required long ProviderId { get; init; }
    public required RecordKind Kind { get; init; }
    public required string Id { get; init; }
    public required int Version { get; init; }
}
