using System.Diagnostics;

namespace Rostering.Solver.Search;

/// <summary>How long to search: by the clock, or, where moves are given, by them alone.</summary>
/// <param name="MovesPerIsland">Moves each island makes; the same seed and islands then give the same solution on any machine.</param>
public sealed record SearchBudget(double Seconds, long? MovesPerIsland = null);

/// <summary>What islands found.</summary>
public sealed record IslandsResult<TState>(TState Best, double Seconds, double SecondsToBest, long Moves);

/// <summary>
/// Annealing on several states side by side, one thread each. At fixed parts of the search all wait for each other, and those far behind
/// go on from the best solution met by any.
/// </summary>
public sealed class Islands<TState>(IReadOnlyList<TState> states, Cooling cooling, int seed)
    where TState : class, IIslandState<TState>
{
    /// <summary>Parts of the search after which islands exchange.</summary>
    public int Exchanges { get; init; } = 10;

    /// <summary>Share of the search before which islands are left alone: exchange among the hot only makes them alike.</summary>
    public double AloneUntil { get; init; } = 0.5;

    /// <summary>Searches until the budget is spent or it is told to stop, and always has a best to give.</summary>
    public IslandsResult<TState> Run(SearchBudget budget, Action<double, double>? onBetter, CancellationToken stop)
    {
        Stopwatch watch = Stopwatch.StartNew();
        BestKeeper keeper = new(watch, onBetter);
        Annealing[] searches = [.. states.Select((state, i) => new Annealing(state, cooling, new SearchRandom(unchecked((seed * 7919L) + i))))];
        for (int part = 0; part < Exchanges && !stop.IsCancellationRequested; part++)
        {
            (double from, double to) = ((double)part / Exchanges, (part + 1.0) / Exchanges);
            Parallel.For(0, states.Count, new ParallelOptions { MaxDegreeOfParallelism = states.Count }, i =>
                searches[i].Run(Progress(budget, watch, from), to, () => keeper.Offer(states[i].BestCost), stop));
            Exchange(to);
        }

        return new IslandsResult<TState>(Best(), watch.Elapsed.TotalSeconds, keeper.Seconds, searches.Sum(search => search.Moves));
    }

    private static Func<long, double> Progress(SearchBudget budget, Stopwatch watch, double from) => budget.MovesPerIsland is { } total
        ? moves => from + ((double)moves / total)
        : _ => Math.Max(from, watch.Elapsed.TotalSeconds / budget.Seconds);

    private void Exchange(double done)
    {
        if (done < AloneUntil)
        {
            return;
        }

        TState best = Best();
        foreach (TState state in states.Where(state => state.BestCost > best.BestCost))
        {
            state.Adopt(best);
        }
    }

    // The lowest island of equals, so that the outcome does not hang on which finished first.
    private TState Best() => states.MinBy(state => state.BestCost)!;

    private sealed class BestKeeper(Stopwatch watch, Action<double, double>? onBetter)
    {
        private readonly Lock gate = new();
        private double best = double.PositiveInfinity;

        public double Seconds { get; private set; }

        public void Offer(double cost)
        {
            lock (gate)
            {
                if (cost < best)
                {
                    (best, Seconds) = (cost, watch.Elapsed.TotalSeconds);
                    onBetter?.Invoke(cost, Seconds);
                }
            }
        }
    }
}
