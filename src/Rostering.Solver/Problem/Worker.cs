using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem;

/// <summary>A support worker: contract, time, skills, history and wishes.</summary>
public sealed record Worker
{
    public required WorkerId Id { get; init; }
    public required string Name { get; init; }
    public required PlaceId Home { get; init; }
    public required LocalDate BirthDate { get; init; }

    /// <summary>Gender, where a lawful requirement may ask for it.</summary>
    public string? Gender { get; init; }
    public ImmutableArray<string> Languages { get; init; } = [];
    public ImmutableArray<string> Interests { get; init; } = [];

    /// <summary>Grade, 1 for a support worker upwards.</summary>
    public int Grade { get; init; } = 1;

    public required Contract Contract { get; init; }

    /// <summary>Teams the worker belongs to, with the pay in each. Two at most are worked in a week.</summary>
    public required ImmutableArray<Membership> Teams { get; init; }

    /// <summary>A recorded leave to work in more than two teams, until a date.</summary>
    public TeamCapWaiver? CapWaiver { get; init; }

    /// <summary>When the worker can be asked to work.</summary>
    public required ImmutableArray<LocalInterval> Available { get; init; }

    /// <summary>Approved leave, sickness and protected commitments.</summary>
    public ImmutableArray<Absence> Absences { get; init; } = [];
    public ImmutableArray<Certificate> Certificates { get; init; } = [];
    public required ImmutableArray<TravelMode> Modes { get; init; }

    /// <summary>Declared work for others this week; counted for rest and hours.</summary>
    public ImmutableArray<LocalInterval> OutsideWork { get; init; } = [];
    public required WorkHistory History { get; init; }

    /// <summary>People the worker has asked not to support; granted without a reason on the rota.</summary>
    public ImmutableArray<PersonId> OptedOutOf { get; init; } = [];
    public ImmutableArray<WorkerWish> Wishes { get; init; } = [];
}

/// <summary>A span of local time, from its start to just before its end.</summary>
public readonly record struct LocalInterval(LocalDateTime Start, LocalDateTime End);

/// <summary>Kinds of contract in use (requirements §3.3).</summary>
public enum ContractKind { Permanent, PartTimeFlex, VariableHours, Annualised, ZeroHours, Sessional, Agency }

/// <summary>What the contract promises and allows in a week.</summary>
public sealed record Contract
{
    public required ContractKind Kind { get; init; }

    /// <summary>Paid minutes the contract promises each week.</summary>
    public required int ContractedMinutes { get; init; }

    /// <summary>Most paid minutes the worker has agreed to in a week.</summary>
    public required int MinutesMax { get; init; }

    /// <summary>A signed opt-out from the 48-hour average that is in force this week.</summary>
    public bool OptedOutOf48Hours { get; init; }

    /// <summary>Usually works three hours or more of the night.</summary>
    public bool NightWorker { get; init; }

    /// <summary>Which of the three forms of weekly rest applies.</summary>
    public WeeklyRestForm WeeklyRest { get; init; } = WeeklyRestForm.OneDayEachWeek;
}

/// <summary>The three forms of weekly rest (Working Time Regulations 1998, reg 11).</summary>
public enum WeeklyRestForm { OneDayEachWeek, TwoDaysEachFortnight, TwoDaysTogetherEachFortnight }

/// <summary>A team and what the worker earns in it.</summary>
public sealed record Membership
{
    public required TeamId Team { get; init; }

    /// <summary>Basic pay in pence an hour.</summary>
    public required int PencePerHour { get; init; }
}

/// <summary>A time-limited leave from the two-team rule, with its approver.</summary>
public sealed record TeamCapWaiver
{
    public required LocalDate Until { get; init; }
    public required string ApprovedBy { get; init; }
}

/// <summary>Why a worker is away.</summary>
public enum AbsenceKind { Leave, Sickness, Commitment }

/// <summary>Time a worker cannot be asked for.</summary>
public sealed record Absence
{
    public required AbsenceKind Kind { get; init; }
    public required LocalInterval Time { get; init; }
}

/// <summary>A competency, vetting or registration with its validity (both days included).</summary>
public sealed record Certificate
{
    public required Competency Competency { get; init; }
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Last valid day; <c>null</c> where it does not expire.</summary>
    public LocalDate? ValidTo { get; init; }
}

/// <summary>What the worker has done before this week, as far as this week's rules need it.</summary>
public sealed record WorkHistory
{
    /// <summary>Working minutes in the weeks of the reference period before this one, leave replaced as reg 4(6) says.</summary>
    public required long WorkedMinutes { get; init; }

    /// <summary>Weeks those minutes cover (16 where the whole period is known).</summary>
    public required int Weeks { get; init; }

    /// <summary>Typical paid minutes a week lately, for the swing of variable hours.</summary>
    public required int TypicalMinutes { get; init; }

    /// <summary>The last duty before this week, if it may still bear on rest.</summary>
    public LocalInterval? LastDuty { get; init; }

    /// <summary>Compensatory rest still owed, in minutes; added to the next daily rest.</summary>
    public int RestOwedMinutes { get; init; }

    /// <summary>Whole days of uninterrupted rest last week, for the fortnightly forms.</summary>
    public int RestDaysLastWeek { get; init; }

    /// <summary>True when last week had 48 hours of uninterrupted rest.</summary>
    public bool TwoDaysTogetherLastWeek { get; init; }

    /// <summary>True when this is the second week of the worker's fortnight.</summary>
    public bool SecondWeekOfFortnight { get; init; }

    /// <summary>Requests for cover put to the worker in the last four weeks.</summary>
    public int RecentAsks { get; init; }

    /// <summary>Minutes of evenings, nights and weekends in the last four weeks.</summary>
    public int UnsocialMinutes { get; init; }
}

/// <summary>What a worker would like.</summary>
public sealed record WorkerWish
{
    public required WishKind Kind { get; init; }

    /// <summary>The time the wish is about.</summary>
    public required LocalInterval Time { get; init; }
}

/// <summary>Kinds of wish: to be off, or to be at work.</summary>
public enum WishKind { Off, Work }
