using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.CpSat.Engine;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;

namespace Rostering.Core.Rotas;

/// <summary>
/// Carries out a requested run: solves, has the checker judge the result, and stores it as the week's next version. A run that a dead
/// process left running is run again when it is asked for again.
/// </summary>
public sealed class RunSolve(RosteringContext database, ICpSatEngine engine, IClock clock)
{
    /// <summary>What a run left behind: the stored version, and the search's own account.</summary>
    public sealed record Result(RotaVersion Version, SolveResult Solve);

    /// <summary>Solves and stores. Cancelling keeps the best so far.</summary>
    /// <exception cref="InvalidOperationException">The run is over, or the checker and the search disagree.</exception>
    public async Task<Result> HandleAsync(long runId, Action<SolveProgress>? onProgress, CancellationToken stop)
    {
        SolveRun run = await database.SolveRuns.SingleAsync(r => r.Id == runId, CancellationToken.None);
        if (run.State is SolveState.Done or SolveState.Failed)
        {
            throw new InvalidOperationException($"Solve run {runId} is {run.State} since {run.FinishedAt}; request a new one.");
        }

        (run.State, run.StartedAt, run.Attempts) = (SolveState.Running, clock.GetCurrentInstant(), run.Attempts + 1);
        await database.SaveChangesAsync(CancellationToken.None);
        try
        {
            RotaProblem problem = await ReadProblem.HandleAsync(database, run.ProblemId, CancellationToken.None);
            SolveResult result = await SolveAsync(FocusWeights.Of(problem, run.Focus), run, onProgress, stop);
            RotaScore score = run.Focus == SolveFocus.Balanced ? result.Score : RotaChecker.Check(problem, result.Rota).Score;
            return new Result(await StoreAsync(run, result, score), result);
        }
        catch (Exception e) when (e is EngineException or InvalidOperationException)
        {
            database.ChangeTracker.Clear();
            database.Attach(run);
            (run.State, run.FinishedAt, run.Failure) = (SolveState.Failed, clock.GetCurrentInstant(), e.Message);
            await database.SaveChangesAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task<SolveResult> SolveAsync(RotaProblem problem, SolveRun run, Action<SolveProgress>? onProgress, CancellationToken stop)
    {
        SolveOptions options = new() { Seconds = run.Seconds, Seed = run.Seed, Threads = run.Threads };
        SolveResult result = await new RotaSolver(engine).SolveAsync(PreparedProblem.From(problem), options, onProgress, stop);
        RotaScore judged = RotaChecker.Check(problem, result.Rota).Score;
        return judged == result.Score
            ? result
            : throw new InvalidOperationException($"The checker scores the rota {judged}, the search {result.Score}; nothing was stored.");
    }

    private async Task<RotaVersion> StoreAsync(SolveRun run, SolveResult result, RotaScore score)
    {
        Instant now = clock.GetCurrentInstant();
        long week = await database.Problems.Where(problem => problem.Id == run.ProblemId).Select(problem => problem.WeekId).SingleAsync(CancellationToken.None);
        await using var transaction = await database.Database.BeginTransactionAsync(CancellationToken.None);

        // The week's row is held while the number is drawn, so that numbers have no gaps and no doubles.
        await database.HoldWeekAsync(week, CancellationToken.None);
        int last = await database.RotaVersions.Where(v => v.WeekId == week).MaxAsync(v => (int?)v.Number, CancellationToken.None) ?? 0;
        RotaVersion version = Version(run, week, result, score, last + 1, now);
        database.RotaVersions.Add(version);
        (run.State, run.FinishedAt, run.StoppedBecause) = (SolveState.Done, now, result.EngineFailure ?? result.Reason.ToString());
        await database.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return version;
    }

    // A bound that was proved under the weights of a focus says nothing under the week's own.
    private static RotaVersion Version(SolveRun run, long week, SolveResult result, RotaScore score, int number, Instant now) => new()
    {
        WeekId = week,
        ProblemId = run.ProblemId,
        SolveRunId = run.Id,
        Number = number,
        Content = RotaJson.Write(result.Rota),
        Hard = score.Hard,
        Uncovered = score.Uncovered,
        Soft = score.Soft,
        BoundUncovered = run.Focus == SolveFocus.Balanced ? result.Bound?.Uncovered : null,
        BoundSoft = run.Focus == SolveFocus.Balanced ? result.Bound?.Soft : null,
        Visits = result.Problem.Visits.Length,
        Covered = result.Rota.Assignments.Length,
        Seconds = result.Seconds,
        RecordedAt = now,
    };
}
