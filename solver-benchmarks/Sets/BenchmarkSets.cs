namespace Rostering.SolverBenchmarks.Sets;

/// <summary>One family of public instances.</summary>
public interface IBenchmarkSet
{
    string Name { get; }

    /// <summary>All instances of the format in a folder, best-known costs from its best-known.csv where there is one.</summary>
    IReadOnlyList<IBenchmarkInstance> Read(DirectoryInfo folder);
}

/// <summary>One instance of a set, ready to be solved.</summary>
public interface IBenchmarkInstance
{
    string Name { get; }
    double? BestKnown { get; }

    /// <summary>Solves it within the budget. Cancelling gives the best so far; it does not throw.</summary>
    Task<BenchmarkRun> SolveAsync(BenchmarkBudget budget, Action<BenchmarkRun> onBetter, CancellationToken stop);
}

/// <summary>What one solve may use.</summary>
/// <param name="MovesPerThread">Where given, moves end the search instead of the clock: the same on a busy machine, and again.</param>
public sealed record BenchmarkBudget(double Seconds, int Threads, int Seed, long? MovesPerThread = null);

/// <summary>What one solve found: cost and violations by the set's own evaluator, never by the search's running score.</summary>
public sealed record BenchmarkRun(double Cost, double SecondsToBest, double Seconds, double? Bound, int Violations, long Moves, int SubSolves)
{
    /// <summary>The solution as text that anybody can check, where the set has a form for it.</summary>
    public string? Solution { get; init; }
}
