using NodaTime;

namespace Rostering.Core.Rotas;

/// <summary>A provider of support.</summary>
public sealed class Provider
{
    public long Id { get; private set; }
    public required string Name { get; init; }
}

/// <summary>A provider's week.</summary>
public sealed class Week
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }
    public required LocalDate StartsOn { get; init; }
}

/// <summary>What a week asked of the solver, as a problem file. Never changed.</summary>
public sealed class StoredProblem
{
    public long Id { get; private set; }
    public required long WeekId { get; init; }
    public required byte[] Content { get; init; }
    public required byte[] ContentHash { get; init; }
    public required Instant RecordedAt { get; init; }
}

/// <summary>Where a run of the solver stands.</summary>
public enum SolveState { Requested, Running, Done, Failed }

/// <summary>One run of the solver, from request to end.</summary>
public sealed class SolveRun
{
    public long Id { get; private set; }
    public required long ProblemId { get; init; }
    public required double Seconds { get; init; }
    public required int Seed { get; init; }
    public required int Threads { get; init; }
    public SolveFocus Focus { get; init; }

    /// <summary>Whether a job carries it out, on whichever machine; otherwise whoever asked does it at once.</summary>
    public bool ByJob { get; init; }

    public long? RequestedBy { get; init; }
    public required SolveState State { get; set; }
    public required Instant RequestedAt { get; init; }
    public Instant? StartedAt { get; set; }
    public Instant? FinishedAt { get; set; }

    /// <summary>When it was handed to the scheduler.</summary>
    public Instant? QueuedAt { get; set; }

    /// <summary>When somebody asked to stop and keep the best.</summary>
    public Instant? StopRequestedAt { get; set; }

    /// <summary>How often it was begun: more than once where a machine died.</summary>
    public int Attempts { get; set; }

    /// <summary>Why the search stopped, once it has.</summary>
    public string? StoppedBecause { get; set; }

    /// <summary>What went wrong, if it failed.</summary>
    public string? Failure { get; set; }
}

/// <summary>What a run leans towards; every rota is then judged by the week's own weights.</summary>
public enum SolveFocus { Balanced, Familiar, Cost, Changes }

/// <summary>How a run stood at a moment.</summary>
public sealed class SolveStep
{
    public required long SolveRunId { get; init; }
    public required int Attempt { get; init; }
    public required int Number { get; init; }
    public required Instant At { get; init; }
    public required double ElapsedSeconds { get; init; }
    public required string Phase { get; init; }
    public required long Hard { get; init; }
    public required long Uncovered { get; init; }
    public required long Soft { get; init; }
    public required int VisitsUncovered { get; init; }
    public long? BoundUncovered { get; init; }
    public long? BoundSoft { get; init; }
}

/// <summary>A rota as solved, with its score. Never changed: a better one is the next version.</summary>
public sealed class RotaVersion
{
    public long Id { get; private set; }
    public required long WeekId { get; init; }
    public required long ProblemId { get; init; }
    public required long SolveRunId { get; init; }
    public required int Number { get; init; }
    public required byte[] Content { get; init; }
    public required long Hard { get; init; }
    public required long Uncovered { get; init; }
    public required long Soft { get; init; }
    public long? BoundUncovered { get; init; }
    public long? BoundSoft { get; init; }
    public required int Visits { get; init; }
    public required int Covered { get; init; }
    public required double Seconds { get; init; }
    public required Instant RecordedAt { get; init; }
}
