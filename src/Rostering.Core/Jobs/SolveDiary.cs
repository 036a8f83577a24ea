using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.Solver.Search;

namespace Rostering.Core.Jobs;

/// <summary>Writes down how a run gets on, for everybody who looks at it from whichever machine.</summary>
internal sealed class SolveDiary(RosteringContext database, IClock clock, long run)
{
    private const double SecondsBetweenLikeSteps = 2;

    private volatile SolveProgress? latest;
    private SolveProgress? written;
    private int attempt;
    private int number;

    /// <summary>Begins a new attempt.</summary>
    public async Task OpenAsync(CancellationToken cancellation) =>
        attempt = 1 + (await database.SolveSteps.Where(step => step.SolveRunId == run).MaxAsync(step => (int?)step.Attempt, cancellation) ?? 0);

    /// <summary>Takes note; called by the search, from its own threads.</summary>
    public void Hear(SolveProgress progress) => latest = progress;

    /// <summary>Writes down the latest, unless it says what was said a moment ago.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (latest is not { } now || IsTold(now))
            return;
        written = now;
        database.SolveSteps.Add(new SolveStep
        {
            SolveRunId = run,
            Attempt = attempt,
            Number = ++number,
            At = clock.GetCurrentInstant(),
            ElapsedSeconds = now.ElapsedSeconds,
            Phase = now.Phase.ToString(),
            Hard = now.Best.Hard,
            Uncovered = now.Best.Uncovered,
            Soft = now.Best.Soft,
            VisitsUncovered = now.Uncovered,
            BoundUncovered = now.Bound?.Uncovered,
            BoundSoft = now.Bound?.Soft,
        });
        await database.SaveChangesAsync(cancellation);
        database.ChangeTracker.Clear();
    }

    public Task<bool> StopIsWantedAsync(CancellationToken cancellation) => database.SolveRuns.AnyAsync(r => r.Id == run && r.StopRequestedAt != null, cancellation);

    private bool IsTold(SolveProgress now) => written is { } last
        && (last.Phase, last.Best, last.Bound) == (now.Phase, now.Best, now.Bound) && now.ElapsedSeconds - last.ElapsedSeconds < SecondsBetweenLikeSteps;
}
