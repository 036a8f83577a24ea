using Rostering.CpSat.Engine;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Search.Bounds;

namespace Rostering.Solver.Search;

/// <summary>
/// Makes a rota for a week: constructs one, improves it by islands of local search in turn with CP-SAT on parts of the week, and proves a
/// small week optimal. Always has a best rota to give, whenever it is stopped.
/// </summary>
/// <remarks>
/// Rounds keep it deterministic: islands get a fixed number of moves, parts are cut and merged in a fixed order, and only the clock decides
/// how many rounds there are.
/// </remarks>
public sealed class RotaSolver(ICpSatEngine engine)
{
    private const int NodesForWholeProof = 1_500;
    private const double WorkPerPart = 1.5;

    // While the islands are hot they find in a second what a part takes several for, and undo it again.
    private const double PolishFrom = 0.85;

    /// <summary>Solves a week. Cancelling gives the best so far; it does not throw.</summary>
    public async Task<SolveResult> SolveAsync(PreparedProblem problem, SolveOptions options, Action<SolveProgress>? onProgress = null, CancellationToken stop = default)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        SearchRun run = new(problem, options, onProgress, deadline.Token);
        await Task.Run(run.Construct, CancellationToken.None);
        bool proved = await ProveAsync(run, options, stop);
        while (!proved && !run.Stopped)
        {
            await run.ImproveAsync(options.MovesPerRound);
            await PolishAsync(run, options);
        }

        if (!run.HasBound && run.BestScore.Hard == 0 && options.BoundSeconds > 0)
        {
            await BoundAsync(run, options.BoundSeconds, stop);
        }

        return run.Finish(proved, cancelled: stop.IsCancellationRequested);
    }

    private async Task BoundAsync(SearchRun run, double seconds, CancellationToken stop)
    {
        run.Enter(SearchPhase.Proving);
        try
        {
            run.Prove(await new WeekBound(engine).OfAsync(run.Problem, run.BestScore.Uncovered, seconds, stop: stop));
        }
        catch (EngineException e)
        {
            run.EngineFailure = e.Message;
        }
    }

    // A week small enough is given to CP-SAT whole, with a first rota as its hint; true where nothing better can be found.
    private async Task<bool> ProveAsync(SearchRun run, SolveOptions options, CancellationToken stop)
    {
        if (run.NodeCount > NodesForWholeProof || run.Stopped || options.Without.HasFlag(SearchPart.Proof))
        {
            return false;
        }

        await run.ImproveAsync(options.MovesPerRound);
        if (run.Stop.IsCancellationRequested)
        {
            return false;
        }

        run.Enter(SearchPhase.Proving);
        ModelSearch search = new(engine, run.Problem, options.Seed);
        EncodingScope scope = run.WholeScope();
        ModelAnswer answer = await AskAsync(run, () => search.SolveAsync(scope, run.SecondsLeft, double.MaxValue, bound => run.Prove(bound), run.Stop));
        run.CountSubProblems(1);
        if (answer.Bound is { } bound)
        {
            run.Prove(bound);
        }

        run.Offer(answer.Schedule);
        run.Enter(SearchPhase.Improving);
        return answer.Proved && (answer.Schedule is not null || run.BestScore.Hard > 0);
    }

    // Parts are cut from the same best rota; each answer counts only if the evaluator agrees that the whole is better.
    private async Task PolishAsync(SearchRun run, SolveOptions options)
    {
        if (run.Stopped || run.EngineFailure is not null || run.Progress < PolishFrom || options.Without.HasFlag(SearchPart.Polish))
        {
            return;
        }

        Neighbourhoods neighbourhoods = new(run.Problem, run.Candidates, new Random(HashCode(options.Seed, run.Round)));
        EncodingScope[] parts = [.. Enumerable.Range(0, Math.Min(options.Threads, engine.Slots)).Select(_ => neighbourhoods.Next(run.Best))];
        ModelSearch search = new(engine, run.Problem, options.Seed);
        ModelAnswer[] answers = await Task.WhenAll(parts.Select(part => AskAsync(run, () => search.SolveAsync(part, run.SecondsLeft, WorkPerPart, null, run.Stop))));
        foreach ((EncodingScope part, ModelAnswer answer) in parts.Zip(answers))
        {
            run.Merge(part, answer.Schedule);
        }

        run.Share();

        run.CountSubProblems(parts.Length);
    }

    // An engine that fails costs the search its proofs, never its best rota.
    private static async Task<ModelAnswer> AskAsync(SearchRun run, Func<Task<ModelAnswer>> ask)
    {
        try
        {
            return await ask();
        }
        catch (EngineException e)
        {
            run.EngineFailure = e.Message;
            return new ModelAnswer(null, Proved: false, null);
        }
    }

    private static int HashCode(int seed, int round) => unchecked((seed * 1_000_003) + round);
}
