using NodaTime;
using Quartz;
using Rostering.Core.Cover;
using Rostering.Core.Data;

namespace Rostering.Core.Jobs;

/// <summary>Opens the gaps that absences made and nobody opened: after leave was approved, or after a machine was stopped half way.</summary>
[DisallowConcurrentExecution]
public sealed class OpenGapsJob(RosteringContext database, OpenGaps openGaps, IClock clock) : IJob
{
    /// <summary>What the job is stored under.</summary>
    public static readonly JobKey Key = new("open-gaps");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await EachProvider.DoAsync(database, provider => openGaps.HandleAsync(provider, clock.GetCurrentInstant(), cancellationToken), cancellationToken);
}
