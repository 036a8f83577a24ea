using NodaTime;

namespace Rostering.Core.Visits;

/// <summary>What became of a visit. The last four are never merged: each means something else for the person and the fund.</summary>
public enum Outcome
{
    Delivered,

    /// <summary>The person needed no help that day.</summary>
    Declined,

    /// <summary>The person was ill or in hospital.</summary>
    Ill,

    /// <summary>The person chose to save the support for a purpose.</summary>
    Banked,

    /// <summary>We did not come: the support is owed.</summary>
    Provider,
}

/// <summary>Why a visit was shorter than planned.</summary>
public enum ShortBecause
{
    /// <summary>The person wanted no more.</summary>
    Person,

    /// <summary>We came late or left early: the rest is owed.</summary>
    Provider,
}

/// <summary>A visit as it went, told once.</summary>
public sealed class VisitOutcome
{
    public required long WeekId { get; init; }
    public required string Visit { get; init; }
    public required Outcome Outcome { get; init; }
    public LocalDateTime? StartedAt { get; init; }

    /// <summary>Minutes that each worker was there.</summary>
    public required int Minutes { get; init; }

    public ShortBecause? ShortBecause { get; init; }
    public string? Reason { get; init; }
    public required Instant ConfirmedAt { get; init; }
    public required long ConfirmedBy { get; init; }
}
