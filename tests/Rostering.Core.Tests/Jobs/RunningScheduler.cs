using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Quartz;
using Rostering.Core.Data;
using Rostering.Core.Jobs;

namespace Rostering.Core.Tests.Jobs;

/// <summary>The application's scheduler as a machine of the cluster runs it, and word of every job that it has run.</summary>
internal sealed class RunningScheduler : IJobListener, IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Channel<JobExecutionException?> runs = Channel.CreateUnbounded<JobExecutionException?>();

    private RunningScheduler(ServiceProvider services, IScheduler scheduler) => (this.services, Scheduler) = (services, scheduler);

    public IScheduler Scheduler { get; }

    public static async Task<RunningScheduler> StartAsync(string connectionString)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddDbContext<RosteringContext>(options => RosteringContext.Configure(options, connectionString))
            .AddSingleton<IClock>(SystemClock.Instance)
            .AddJobs(connectionString)
            .BuildServiceProvider();
        var running = new RunningScheduler(services, await services.GetRequiredService<ISchedulerFactory>().GetScheduler());
        running.Scheduler.ListenerManager.AddJobListener(running);
        await running.Scheduler.Start();
        return running;
    }

    /// <summary>Runs the job once, here or on another machine.</summary>
    public async Task TriggerAsync() => await Scheduler.TriggerJob(VerifyLedgerJob.Key);

    /// <summary>Waits for a job to have run here.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        if (await runs.Reader.ReadAsync(cancellation) is { } failure)
            throw failure;
    }

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default) =>
        runs.Writer.WriteAsync(jobException, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Scheduler.Shutdown(waitForJobsToComplete: true);
        await services.DisposeAsync();
    }
}
