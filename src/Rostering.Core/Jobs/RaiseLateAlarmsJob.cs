using NodaTime;
using Quartz;
using Rostering.Core.Data;
using Rostering.Core.Visits;

namespace Rostering.Core.Jobs;

/// <summary>Looks for visits that nobody has checked in to, and has those told who can do something about it.</summary>
[DisallowConcurrentExecution]
public sealed class RaiseLateAlarmsJob(RosteringContext database, RaiseLateAlarms raiseLateAlarms, IClock clock) : IJob
{
    /// <summary>What the job is stored under.</summary>
    public static readonly JobKey Key = new("raise-late-alarms");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await EachProvider.DoAsync(database, provider => raiseLateAlarms.HandleAsync(provider, clock.GetCurrentInstant(), cancellationToken), cancellationToken);
}
