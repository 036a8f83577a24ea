using Rostering.CpSat.Engine;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Solves staff rostering: rows by prices on every core, annealing of the best, then CP-SAT on parts of it. A small roster goes to CP-SAT
/// whole while the other cores do so, and is done as soon as its optimality is proven.
/// </summary>
/// <param name="engine"><c>null</c> to do without CP-SAT.</param>
public sealed class RosterSolver(RosterProblem problem, RosterSearchOptions options, ICpSatEngine? engine)
{
    /// <summary>
    /// Searches until the budget is spent, it is told to stop, or optimality is proven; always gives the best met. Where moves are the budget
    /// CP-SAT, which stops by the clock, has no part: the same seed and threads then give the same roster on any machine.
    /// </summary>
    /// <param name="onBetter">Hears of every better roster that a part of the search hands in, and the seconds it took.</param>
    public async Task<RosterResult> SolveAsync(SearchBudget budget, int threads, int seed, Action<byte[], double>? onBetter, CancellationToken stop)
    {
        RosterPool pool = new(problem, onBetter);
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(budget.MovesPerIsland is null ? TimeSpan.FromSeconds(budget.Seconds) : Timeout.InfiniteTimeSpan);
        if (engine is null || budget.MovesPerIsland is not null)
        {
            long made = await SearchAsync(pool, budget, threads, seed, deadline.Token);
            return new RosterResult(pool.Best, pool.Total, null, pool.SecondsToBest, pool.Seconds, made, 0);
        }

        bool whole = problem.CellCosts.Length <= options.MostCellsWhole;
        double searched = budget.Seconds * options.SearchedShare;
        using CancellationTokenSource proven = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        Task<WholeAnswer> proof = whole ? ProveAsync(pool, engine, threads > 1 ? searched : budget.Seconds, proven) : Task.FromResult(new WholeAnswer(false, null));
        long moves = await SearchAsync(pool, new SearchBudget(searched), Math.Max(1, whole ? threads - 1 : threads), seed, proven.Token);
        WholeAnswer answer = await proof;
        int parts = (whole ? 1 : 0) + (answer.Proved ? 0 : await PolishAsync(pool, engine, budget.Seconds, threads, seed, deadline.Token));
        return new RosterResult(pool.Best, pool.Total, answer.Bound, pool.SecondsToBest, pool.Seconds, moves, parts);
    }

    private Task<long> SearchAsync(RosterPool pool, SearchBudget budget, int islands, int seed, CancellationToken stop) =>
        Task.Run(() => Price(pool, budget, islands, seed, stop) + Anneal(pool, budget, islands, seed, stop), CancellationToken.None);

    private long Price(RosterPool pool, SearchBudget budget, int islands, int seed, CancellationToken stop)
    {
        RosterPricing[] pricings = [.. Enumerable.Range(0, islands).Select(i => new RosterPricing(problem, Start(), new SearchRandom((seed * 1_000L) + 700 + i)))];
        Parallel.ForEach(pricings, pricing => pricing.Run(
            () => (budget.MovesPerIsland is { } moves ? (double)Moves(pricing) / moves : pool.Seconds / budget.Seconds) / options.PricedShare,
            rows => pool.Offer(rows.Roster, RosterCost.Of(problem, rows.Roster), pool.Seconds),
            stop));
        return pricings.Sum(Moves);
    }

    private long Moves(RosterPricing pricing) => pricing.RowsTried * options.MovesPerRow;

    private long Anneal(RosterPool pool, SearchBudget budget, int islands, int seed, CancellationToken stop)
    {
        RosterState[] states = [.. Enumerable.Range(0, islands).Select(i => new RosterState(problem, pool.Best, options, new SearchRandom((seed * 1_000L) + i)))];
        double before = pool.Seconds;
        SearchBudget rest = new(Math.Max(budget.Seconds - before, 0.01), (long?)(budget.MovesPerIsland * (1 - options.PricedShare)));
        IslandsResult<RosterState> found = new Islands<RosterState>(states, options.Cooling, seed).Run(rest, null, stop);
        pool.Offer(found.Best.Best, found.Best.BestTotal, before + found.SecondsToBest);
        return found.Moves;
    }

    private byte[] Start() => new byte[problem.People * problem.Days];

    private async Task<WholeAnswer> ProveAsync(RosterPool pool, ICpSatEngine engine, double seconds, CancellationTokenSource proven)
    {
        RosterModel model = RosterModel.Build(problem, Start(), (_, _) => true);
        RosterModelAnswer answer = await model.SolveAsync(engine, RosterPolish.Parameters(seconds), null, proven.Token);
        long total = RosterCost.Of(problem, answer.Roster);
        pool.Offer(answer.Roster, total, pool.Seconds);
        if (answer.Proved)
        {
            await proven.CancelAsync();
        }

        return new WholeAnswer(answer.Proved, answer.Bound);
    }

    private async Task<int> PolishAsync(RosterPool pool, ICpSatEngine engine, double seconds, int threads, int seed, CancellationToken stop)
    {
        RosterPolish[] polishers = [.. Enumerable.Range(0, threads).Select(i => new RosterPolish(problem, pool, engine, new SearchRandom((seed * 1_000L) + 500 + i)))];
        await Task.WhenAll(polishers.Select(polisher => Task.Run(() => polisher.RunAsync(seconds, stop), CancellationToken.None)));
        return polishers.Sum(polisher => polisher.SubSolves);
    }

    private readonly record struct WholeAnswer(bool Proved, double? Bound);
}

/// <summary>What a search of rosters found.</summary>
/// <param name="Roster">The shift of each person on each day, by person, then day.</param>
/// <param name="Total">Its cost, in <see cref="LevelCost"/>.</param>
/// <param name="Bound">What no roster that keeps the hard rules can cost less than, where CP-SAT had the whole.</param>
/// <param name="SubSolves">Models solved by CP-SAT.</param>
public sealed record RosterResult(byte[] Roster, long Total, double? Bound, double SecondsToBest, double Seconds, long Moves, int SubSolves);
