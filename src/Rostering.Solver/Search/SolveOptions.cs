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
}

/// <summary>Why a search ended.</summary>
public enum StopReason { ProvedOptimal, TimeLimit, RoundLimit, Cancelled, NothingFeasible }

/// <summary>What the search is doing.</summary>
public enum SearchPhase { Preparing, Constructing, Improving, Proving, Done }
