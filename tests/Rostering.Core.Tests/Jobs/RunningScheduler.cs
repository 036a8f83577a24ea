using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Quartz;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Jobs;
using Rostering.Core.Messages;
using Channel = System.Threading.Channels.Channel;

namespace Rostering.Core.Tests.Jobs;

/// <summary>The application's scheduler as a machine of the cluster runs it, and word of every run of one of its jobs.</summary>
internal sealed class RunningScheduler : IJobListener, IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly JobKey job;
    private readonly Channel<JobExecutionException?> runs = Channel.CreateUnbounded<JobExecutionException?>();

    private RunningScheduler(ServiceProvider services, IScheduler scheduler, JobKey job) => (this.services, Scheduler, this.job) = (services, scheduler, job);

    public IScheduler Scheduler { get; }

    public static async Task<RunningScheduler> StartAsync(string connectionString, JobKey job)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddDbContext<RosteringContext>(options => RosteringContext.Configure(options, connectionString))
            .AddSingleton(_ => new LedgerConnections(connectionString))
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddMessages(new MessageOptions())
            .AddJobs(connectionString)
            .BuildServiceProvider();
        var running = new RunningScheduler(services, await services.GetRequiredService<ISchedulerFactory>().GetScheduler(), job);
        running.Scheduler.ListenerManager.AddJobListener(running);
        await running.Scheduler.Start();
        return running;
    }

    /// <summary>Runs the job once, here or on another machine.</summary>
    public async Task TriggerAsync() => await Scheduler.TriggerJob(job);

    /// <summary>Waits for the job to have run here.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        if (await runs.Reader.ReadAsync(cancellation) is { } failure)
            throw failure;
    }

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default) =>
        context.JobDetail.Key.Equals(job) ? runs.Writer.WriteAsync(jobException, cancellationToken) : ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Scheduler.Shutdown(waitForJobsToComplete: true);
        await services.DisposeAsync();
    }
}
