using Rostering.CpSat.Engine;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Solves staff rostering: rows by prices on every core, annealing of the best, then CP-SAT on parts of it. A small roster goes to CP-SAT
/// whole while the other cores do so, and is done as soon as its optimality is proven.
/// </summary>
/// <param name="engine"><c>null</c> to do without CP-SAT.</param>
public sealed class RosterSolver(RosterProblem problem, RosterSearchOptions options, ICpSatEngine? engine)
{
    /// <summary>Searches until the time is up, it is told to stop, or optimality is proven; always gives the best met.</summary>
    /// <param name="onBetter">Hears of every better roster that a part of the search hands in, and the seconds it took.</param>
    public async Task<RosterResult> SolveAsync(double seconds, int threads, int seed, Action<byte[], double>? onBetter, CancellationToken stop)
    {
        RosterPool pool = new(problem, onBetter);
        bool whole = engine is not null && problem.CellCosts.Length <= options.MostCellsWhole;
        double annealed = engine is null ? seconds : seconds * options.AnnealedShare;
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(seconds));
        using CancellationTokenSource proven = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        Task<WholeAnswer> proof = whole ? ProveAsync(pool, threads > 1 ? annealed : seconds, proven) : Task.FromResult(new WholeAnswer(false, null));
        int islands = Math.Max(1, whole ? threads - 1 : threads);
        await Task.Run(() => Price(pool, seconds * options.PricedShare, islands, seed, proven.Token), CancellationToken.None);
        long moves = await Task.Run(() => Anneal(pool, annealed - pool.Seconds, islands, seed, proven.Token), CancellationToken.None);
        WholeAnswer answer = await proof;
        int parts = whole ? 1 : 0;
        if (engine is not null && !answer.Proved)
        {
            parts += await PolishAsync(pool, engine, seconds, threads, seed, deadline.Token);
        }

        return new RosterResult(pool.Best, pool.Total, answer.Bound, pool.SecondsToBest, pool.Seconds, moves, parts);
    }

    private void Price(RosterPool pool, double until, int islands, int seed, CancellationToken stop) => Parallel.For(0, islands, i =>
        new RosterPricing(problem, Start(), new SearchRandom((seed * 1_000L) + 700 + i)).Run(
            () => pool.Seconds / until,
            pricing => pool.Offer(pricing.Roster, RosterCost.Of(problem, pricing.Roster), pool.Seconds),
            stop));

    private long Anneal(RosterPool pool, double seconds, int islands, int seed, CancellationToken stop)
    {
        RosterState[] states = [.. Enumerable.Range(0, islands).Select(i => new RosterState(problem, pool.Best, options, new SearchRandom((seed * 1_000L) + i)))];
        double before = pool.Seconds;
        IslandsResult<RosterState> found = new Islands<RosterState>(states, options.Cooling, seed).Run(new SearchBudget(Math.Max(seconds, 0.01)), null, stop);
        pool.Offer(found.Best.Best, found.Best.BestTotal, before + found.SecondsToBest);
        return found.Moves;
    }

    private byte[] Start() => new byte[problem.People * problem.Days];

    private async Task<WholeAnswer> ProveAsync(RosterPool pool, double seconds, CancellationTokenSource proven)
    {
        RosterModel model = RosterModel.Build(problem, Start(), (_, _) => true);
        RosterModelAnswer answer = await model.SolveAsync(engine!, RosterPolish.Parameters(seconds), null, proven.Token);
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
