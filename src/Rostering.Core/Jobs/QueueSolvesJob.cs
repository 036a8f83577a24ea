using Microsoft.EntityFrameworkCore;
using NodaTime;
using Quartz;
using Rostering.Core.Data;

namespace Rostering.Core.Jobs;

/// <summary>
/// Hands runs that were asked for to the scheduler, each as a job of its own. A machine that dies halfway leaves a run that is handed over
/// again, or a job that is there already: neither does harm.
/// </summary>
[DisallowConcurrentExecution]
public sealed class QueueSolvesJob(RosteringContext database, IClock clock) : IJob
{
    /// <summary>What the job is stored under.</summary>
    public static readonly JobKey Key = new("queue-solves");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var run in await database.SolveRuns.Where(run => run.ByJob && run.QueuedAt == null).OrderBy(run => run.Id).ToListAsync(cancellationToken))
        {
            if (!await context.Scheduler.Exists(SolveRotaJob.KeyOf(run.Id), cancellationToken))
                await context.Scheduler.ScheduleJob(SolveRotaJob.Of(run.Id), SolveRotaJob.Now(run.Id), cancellationToken: cancellationToken);
            run.QueuedAt = clock.GetCurrentInstant();
            await database.SaveChangesAsync(cancellationToken);
        }
    }
}
