namespace Rostering.CpSat.Engine;

/// <summary>
/// What a caller wants to hear while a solve runs. Calls come one at a time, in the order of the search, on a
/// thread of the engine's: a handler should be quick, and one that throws fails its solve. Where a process dies and
/// a fresh one starts over, so do the calls.
/// </summary>
public sealed record SolveObserver
{
    /// <summary>Called with every improving solution.</summary>
    public Action<SolutionFound>? OnSolution { get; init; }

    /// <summary>Called with every better proven bound on the objective.</summary>
    public Action<double>? OnBound { get; init; }

    /// <summary>Called with every line of the search log.</summary>
    public Action<string>? OnLog { get; init; }
}

/// <summary>A solution met on the way.</summary>
/// <param name="Objective">Its objective value, in the model's own unit; 0 where the model has no objective.</param>
/// <param name="Bound">The best bound proven by then.</param>
/// <param name="WallTimeSeconds">Seconds since the solver began.</param>
/// <param name="Values">
/// The value of every variable, by index. Empty from a native library, whose C API tells no more than the log.
/// </param>
public sealed record SolutionFound(double Objective, double Bound, double WallTimeSeconds, IReadOnlyList<long> Values);
