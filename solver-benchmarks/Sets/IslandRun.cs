using Rostering.Solver.Search;

namespace Rostering.SolverBenchmarks.Sets;

/// <summary>Searches an instance with islands of a state, and has the set's own evaluator judge what came out.</summary>
internal static class IslandRun
{
    private const double Rounding = 1e-6;
    private const int SeedStride = 104_729;

    /// <summary>Solves within the budget; throws where the search and the evaluator disagree.</summary>
    /// <param name="judge">Cost and broken rules by the evaluator, and the cost that the search believed in.</param>
    public static Task<BenchmarkRun> SolveAsync<TState>(
        string name, BenchmarkBudget budget, Action<BenchmarkRun> onBetter, Func<int, TState> state, Func<TState, Cooling> cooling,
        Func<TState, (double Cost, int Violations, double Searched)> judge, CancellationToken stop)
        where TState : class, IIslandState<TState> => Task.Run(
        () =>
        {
            TState[] states = [.. Enumerable.Range(0, budget.Threads).Select(i => state(unchecked((budget.Seed * SeedStride) + i)))];
            IslandsResult<TState> found = new Islands<TState>(states, cooling(states[0]), budget.Seed).Run(
                new SearchBudget(budget.Seconds, budget.MovesPerThread), (cost, seconds) => onBetter(new BenchmarkRun(cost, seconds, seconds, null, 0, 0, 0)), stop);
            (double cost, int violations, double searched) = judge(found.Best);
            return Math.Abs(cost - searched) <= Rounding * Math.Max(1, cost)
                ? new BenchmarkRun(cost, found.SecondsToBest, found.Seconds, null, violations, found.Moves, 0)
                : throw new InvalidOperationException($"{name} seed {budget.Seed}: the evaluator says {cost}, the search {searched}.");
        },
        CancellationToken.None);
}
