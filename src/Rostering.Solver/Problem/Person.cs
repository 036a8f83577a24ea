using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem;

/// <summary>A person supported: who may come, who they want, what they need.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }
    public required string Name { get; init; }
    public required PlaceId Home { get; init; }
    public required TeamId Team { get; init; }

    /// <summary>The person's worker of trust, if named.</summary>
    public WorkerId? KeyWorker { get; init; }

    /// <summary>Workers the person chose.</summary>
    public ImmutableArray<WorkerId> Chosen { get; init; } = [];

    /// <summary>Workers the person is content with.</summary>
    public ImmutableArray<WorkerId> Accepted { get; init; } = [];

    /// <summary>Workers the person does not want, each from a date. Private; never a mark against the worker.</summary>
    public ImmutableArray<Exclusion> Excluded { get; init; } = [];

    /// <summary>What the law allows the person to ask of a worker, each with its reason.</summary>
    public ImmutableArray<LawfulRequirement> Requirements { get; init; } = [];

    /// <summary>Only workers who know the person may come alone (risk assessed).</summary>
    public bool KnownWorkersOnly { get; init; }

    /// <summary>Different workers in a week beyond which the person feels it.</summary>
    public int FacesWanted { get; init; } = 4;

    /// <summary>Who has been supporting this person.</summary>
    public ImmutableArray<Acquaintance> History { get; init; } = [];

    /// <summary>People with whom a shared session would not work.</summary>
    public ImmutableArray<PersonId> IncompatibleWith { get; init; } = [];

    /// <summary>Interests, to be shared where that costs little.</summary>
    public ImmutableArray<string> Interests { get; init; } = [];
}

/// <summary>A worker the person does not want, from a date on.</summary>
public sealed record Exclusion
{
    public required WorkerId Worker { get; init; }
    public required LocalDate From { get; init; }
}

/// <summary>A requirement that the law allows, with the reason it was recorded for.</summary>
public sealed record LawfulRequirement
{
    public required RequirementKind Kind { get; init; }

    /// <summary>What is required: a gender, or a language.</summary>
    public required string Value { get; init; }

    /// <summary>Why, as recorded with the person.</summary>
    public required string Reason { get; init; }

    /// <summary>True when the worker is what is required. A gender or language that is not recorded does not meet it.</summary>
    public bool MetBy(Worker worker) => Kind switch
    {
        RequirementKind.Gender => string.Equals(worker.Gender, Value, StringComparison.OrdinalIgnoreCase),
        _ => worker.Languages.Contains(Value, StringComparer.OrdinalIgnoreCase),
    };
}

/// <summary>Requirements the law allows. Race, religion, sexuality and age are not among them.</summary>
public enum RequirementKind { Gender, Language }

/// <summary>How well a worker knows a person.</summary>
public sealed record Acquaintance
{
    public required WorkerId Worker { get; init; }

    /// <summary>Visits so far.</summary>
    public required int Visits { get; init; }

    /// <summary>Whole weeks since the first visit.</summary>
    public int WeeksTogether { get; init; }
}

/// <summary>An individual service fund and what this week may use of it.</summary>
public sealed record Fund
{
    public required FundId Id { get; init; }
    public required PersonId Person { get; init; }
    public required CouncilId Council { get; init; }

    /// <summary>Money this week may commit, in pence.</summary>
    public required long AvailablePence { get; init; }

    /// <summary>Support time this week may commit, in minutes; <c>null</c> where only money limits.</summary>
    public long? AvailableMinutes { get; init; }

    /// <summary>A forecast deficit somebody approved, in pence.</summary>
    public long ApprovedDeficitPence { get; init; }
}
