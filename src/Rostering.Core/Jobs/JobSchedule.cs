using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Rostering.Core.Jobs;

/// <summary>The jobs of the application and when they run: on one machine of however many share the database.</summary>
public static class JobSchedule
{
    private const string EveryNight = "0 30 2 * * ?";
    private static readonly TimeSpan BetweenSendings = TimeSpan.FromSeconds(5);

    /// <summary>Adds a scheduler on the store that <paramref name="connectionString"/> leads to, as the application.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, string connectionString) => services.AddQuartz(quartz => quartz
        .UsePersistentStore(store => store
            .ConfigureStore(options => options.TablePrefix = "quartz.qrtz_")
            .UsePostgres(NpgsqlFactory.Instance, connectionString)
            .UseClustering())
        .ScheduleJob<VerifyLedgerJob>(
            trigger => trigger
                .WithIdentity(VerifyLedgerJob.Key.Name)
                .WithCronSchedule(EveryNight, schedule => schedule
                    .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"))
                    .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
            job => job.WithIdentity(VerifyLedgerJob.Key).RequestRecovery())
        .ScheduleJob<SendMessagesJob>(
            trigger => trigger
                .WithIdentity(SendMessagesJob.Key.Name)
                .WithSimpleSchedule(schedule => schedule.WithInterval(BetweenSendings).RepeatForever()),
            job => job.WithIdentity(SendMessagesJob.Key)));
}
