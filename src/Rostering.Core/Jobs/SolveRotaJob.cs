using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Quartz;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.CpSat.Engine;

namespace Rostering.Core.Jobs;

/// <summary>
/// Carries out one run of the solver, writes down how it gets on, and stops it when somebody has asked for that. Where its machine dies,
/// another takes the job over and begins anew.
/// </summary>
public sealed class SolveRotaJob(RosteringContext database, ICpSatEngine engine, IClock clock, IServiceScopeFactory scopes) : IJob
{
    /// <summary>Jobs of this group run one at a time on each machine: a search takes all of its processors.</summary>
    public const string Group = "solve";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    public static JobKey KeyOf(long run) => new(run.ToString(CultureInfo.InvariantCulture), Group);

    internal static IJobDetail Of(long run) => JobBuilder.Create<SolveRotaJob>().WithIdentity(KeyOf(run)).RequestRecovery().Build();

    internal static ITrigger Now(long run) => TriggerBuilder.Create().WithIdentity(KeyOf(run).Name, Group).WithExecutionGroup(Group).StartNow().Build();

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var run = long.Parse(context.JobDetail.Key.Name, CultureInfo.InvariantCulture);
        if (await database.SolveRuns.AnyAsync(r => r.Id == run && (r.State == SolveState.Done || r.State == SolveState.Failed), cancellationToken))
            return;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        SolveDiary diary = new(scope.ServiceProvider.GetRequiredService<RosteringContext>(), clock, run);
        await diary.OpenAsync(cancellationToken);
        using PeriodicTimer timer = new(BetweenLooks);
        var solving = new RunSolve(database, engine, clock).HandleAsync(run, diary.Hear, stop.Token);
        while (!solving.IsCompleted)
        {
            await Task.WhenAny(solving, timer.WaitForNextTickAsync(CancellationToken.None).AsTask());
            await diary.WriteAsync(CancellationToken.None);
            if (await diary.StopIsWantedAsync(CancellationToken.None))
                await stop.CancelAsync();
        }

        await solving;
    }
}
