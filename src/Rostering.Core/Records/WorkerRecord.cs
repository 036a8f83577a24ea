using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>A support worker as the provider knows one: like the worker of a week, but with hours that come back every week.</summary>
public sealed record WorkerRecord
{
    public required WorkerId Id { get; init; }
    public required string Name { get; init; }
    public required PlaceId Home { get; init; }
    public required LocalDate BirthDate { get; init; }
    public string? Gender { get; init; }
    public ImmutableArray<string> Languages { get; init; } = [];
    public ImmutableArray<string> Interests { get; init; } = [];
    public int Grade { get; init; } = 1;
    public required Contract Contract { get; init; }
    public required ImmutableArray<Membership> Teams { get; init; }
    public TeamCapWaiver? CapWaiver { get; init; }

    /// <summary>When the worker can be asked to work, every week.</summary>
    public ImmutableArray<WeeklyHours> Hours { get; init; } = [];

    /// <summary>When the worker can be asked to work besides, on a date.</summary>
    public ImmutableArray<LocalInterval> ExtraHours { get; init; } = [];
    public ImmutableArray<Absence> Absences { get; init; } = [];
    public ImmutableArray<Certificate> Certificates { get; init; } = [];
    public required ImmutableArray<TravelMode> Modes { get; init; }
    public ImmutableArray<LocalInterval> OutsideWork { get; init; } = [];

    /// <summary>What the worker had done when the records began.</summary>
    public WorkHistory History { get; init; } = new() { WorkedMinutes = 0, Weeks = 0, TypicalMinutes = 0 };
    public ImmutableArray<PersonId> OptedOutOf { get; init; } = [];
    public ImmutableArray<WorkerWish> Wishes { get; init; } = [];
}

/// <summary>Hours of every week, by the clock on the wall.</summary>
public sealed record WeeklyHours
{
    public required IsoDayOfWeek Day { get; init; }
    public required LocalTime From { get; init; }

    /// <summary>How long they last; past midnight, and for days on end, where that is so.</summary>
    public required int Minutes { get; init; }
}
