using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using Rostering.Core.Cover;
using Rostering.Core.Visits;
using Rostering.CpSat.Engine;

namespace Rostering.Core.Jobs;

/// <summary>The jobs of the application and when they run: on one machine of however many share the database.</summary>
public static class JobSchedule
{
    private const string EveryNight = "0 30 2 * * ?";
    private static readonly TimeSpan BetweenSendings = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooksAtOffers = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooksForGaps = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLooksForLateness = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooksForSolves = TimeSpan.FromSeconds(1);

    /// <summary>Adds a scheduler on the store that <paramref name="connectionString"/> leads to, as the application.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, string connectionString) => services
        .AddSingleton<ICpSatEngine>(_ => CpSatEngines.Open())
        .AddScoped<MoveOffersOn>().AddScoped<OpenGaps>().AddScoped<RaiseLateAlarms>()
        .AddQuartz(quartz => quartz
            .UsePersistentStore(store => store
                .ConfigureStore(options => options.TablePrefix = "quartz.qrtz_")
                .UsePostgres(NpgsqlFactory.Instance, connectionString)
                .UseClustering())
            .UseExecutionLimits(limits => limits.ForGroup(SolveRotaJob.Group, 1))
            .ScheduleJob<VerifyLedgerJob>(
                trigger => trigger
                    .WithIdentity(VerifyLedgerJob.Key.Name)
                    .WithCronSchedule(EveryNight, schedule => schedule
                        .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(LocalClock.Zone.Id))
                        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
                job => job.WithIdentity(VerifyLedgerJob.Key).RequestRecovery())
            .ScheduleJob<SendMessagesJob>(trigger => trigger.WithIdentity(SendMessagesJob.Key.Name).WithSimpleSchedule(Every(BetweenSendings)), job => job.WithIdentity(SendMessagesJob.Key))
            .ScheduleJob<MoveOffersJob>(trigger => trigger.WithIdentity(MoveOffersJob.Key.Name).WithSimpleSchedule(Every(BetweenLooksAtOffers)), job => job.WithIdentity(MoveOffersJob.Key))
            .ScheduleJob<OpenGapsJob>(trigger => trigger.WithIdentity(OpenGapsJob.Key.Name).WithSimpleSchedule(Every(BetweenLooksForGaps)), job => job.WithIdentity(OpenGapsJob.Key))
            .ScheduleJob<RaiseLateAlarmsJob>(trigger => trigger.WithIdentity(RaiseLateAlarmsJob.Key.Name).WithSimpleSchedule(Every(BetweenLooksForLateness)), job => job.WithIdentity(RaiseLateAlarmsJob.Key))
            .ScheduleJob<QueueSolvesJob>(trigger => trigger.WithIdentity(QueueSolvesJob.Key.Name).WithSimpleSchedule(Every(BetweenLooksForSolves)), job => job.WithIdentity(QueueSolvesJob.Key)));

    // What a machine that was down has missed is not made up for: one look sees all that has waited.
    private static Action<SimpleScheduleBuilder> Every(TimeSpan interval) =>
        schedule => schedule.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount);
}
