using Quartz;
using Rostering.Core.Messages;

namespace Rostering.Core.Jobs;

/// <summary>Sends the messages that are due.</summary>
[DisallowConcurrentExecution]
public sealed class SendMessagesJob(SendMessages send) : IJob
{
    /// <summary>What the job is stored under.</summary>
    public static readonly JobKey Key = new("send-messages");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await send.HandleAsync(cancellationToken);
}
