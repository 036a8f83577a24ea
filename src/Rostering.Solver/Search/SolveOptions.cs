namespace Rostering.Solver.Search;

/// <summary>How long and how wide to search.</summary>
public sealed record SolveOptions
{
    /// <summary>Wall-clock limit, in seconds.</summary>
    public double Seconds { get; init; } = 60;

    /// <summary>Seed of every random choice.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Islands searched side by side, and sub-problems solved at once.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Moves each island tries in a round of local search.</summary>
    public int MovesPerRound { get; init; } = 12_000;

    /// <summary>Rounds after which to stop. Together with a time limit that is not reached, the same seed then gives the same rota.</summary>
    public int? Rounds { get; init; }

    /// <summary>Seconds spent after the search on a bound of the whole week, where the search itself proved none.</summary>
    public double BoundSeconds { get; init; }

    /// <summary>Parts of the search that are left out, to show what each is worth.</summary>
    public SearchPart Without { get; init; }
}

/// <summary>Parts of the search that it could do without.</summary>
[Flags]
public enum SearchPart
{
    None = 0,

    /// <summary>CP-SAT on the whole of a small week.</summary>
    Proof = 1,

    /// <summary>CP-SAT on parts of the week.</summary>
    Polish = 2,

    /// <summary>Islands that are behind going on from the best.</summary>
    Exchange = 4,

    /// <summary>Taking related visits out and putting each back where it costs least.</summary>
    Ruin = 8,

    /// <summary>Clearing a worker's day for a visit that nobody makes.</summary>
    MakeRoom = 16,
}

/// <summary>Why a search ended.</summary>
public enum StopReason { ProvedOptimal, TimeLimit, RoundLimit, Cancelled, NothingFeasible }

/// <summary>What the search is doing.</summary>
public enum SearchPhase { Preparing, Constructing, Improving, Proving, Done }
