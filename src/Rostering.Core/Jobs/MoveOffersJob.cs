using NodaTime;
using Quartz;
using Rostering.Core.Cover;

namespace Rostering.Core.Jobs;

/// <summary>Asks the next worker where the time to answer ran out. Each queue moves in one transaction, so that another machine goes on where one was stopped.</summary>
[DisallowConcurrentExecution]
public sealed class MoveOffersJob(MoveOffersOn moveOffersOn, IClock clock) : IJob
{
    /// <summary>What the job is stored under.</summary>
    public static readonly JobKey Key = new("move-offers");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await moveOffersOn.HandleAsync(clock.GetCurrentInstant(), cancellationToken);
}
