using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Jobs;
using Rostering.Core.Rotas;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Jobs;

/// <summary>Runs of the solver as jobs: on this machine, stopped by hand, and taken over from one that died.</summary>
public sealed class SolveRotaJobTests
{
    private static readonly LocalDate Week = DemonstrationWeek.UsualWeekStart;

    private RotaDatabase database = null!;

    [SetUp]
    public async Task CreateDatabaseAsync() => database = await RotaDatabase.CreateAsync();

    [TearDown]
    public ValueTask DropDatabaseAsync() => database.DisposeAsync();

    [Test]
    public async Task Execute_RequestedRun_IsSolvedAndToldStepByStep()
    {
        var run = await RequestAsync(Problems.Small(), TestWeek.Monday, seconds: 20);

        // Word of a job comes before Quartz clears it away, which is done once the scheduler has shut down.
        await using (var running = await RunningScheduler.StartAsync(database.ConnectionString, SolveRotaJob.KeyOf(run)))
            await running.RunAsync();

        Assert.That(await StateAsync(run), Is.EqualTo("done"));
        Assert.That(await AskAsync($"select covered from rota_version where solve_run_id = {run}"), Is.EqualTo(3));
        Assert.That(await AskAsync($"select count(*) from solve_step where solve_run_id = {run} and attempt = 1"), Is.GreaterThan(0L));
        Assert.That(await AskAsync("select count(*) from quartz.qrtz_job_details where job_group = 'solve'"), Is.Zero, "a job that is over is gone");
    }

    [Test]
    public async Task Execute_StopRequested_KeepsTheBestSoFar()
    {
        var run = await RequestAsync(Large(), Week, seconds: 600);
        await using var running = await RunningScheduler.StartAsync(database.ConnectionString, SolveRotaJob.KeyOf(run));
        await UntilAsync($"select count(*) > 0 from solve_step where solve_run_id = {run} and phase = 'Improving'");

        await using (var context = database.Open())
            Assert.That(await new StopSolve(context).HandleAsync(run, await ActAsync(), CancellationToken.None), Is.True);
        await running.RunAsync();

        Assert.That(await StateAsync(run), Is.EqualTo("done"));
        Assert.That(await AskAsync($"select stopped_because from solve_run where id = {run}"), Is.EqualTo("Cancelled"));
        Assert.That(await AskAsync($"select covered from rota_version where solve_run_id = {run}"), Is.GreaterThan(0));
    }

    [Test]
    public async Task Execute_MachineKilledInMidSolve_IsTakenOverByAnother()
    {
        var run = await RequestAsync(Large(), Week, seconds: 8);
        using (var first = StartWorker())
        {
            await UntilAsync($"select count(*) > 0 from solve_step where solve_run_id = {run}", () => Assert.That(first.HasExited, Is.False));
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync();
        }

        var left = await StateAsync(run);
        await using var second = await RunningScheduler.StartAsync(database.ConnectionString, SolveRotaJob.KeyOf(run));
        await second.RunAsync();

        Assert.That(left, Is.EqualTo("running"));
        Assert.That(await StateAsync(run), Is.EqualTo("done"));
        Assert.That(await AskAsync($"select attempts from solve_run where id = {run}"), Is.EqualTo(2));
        Assert.That(await AskAsync($"select count(*) from rota_version where solve_run_id = {run}"), Is.EqualTo(1L));
        Assert.That(await AskAsync($"select max(attempt) from solve_step where solve_run_id = {run}"), Is.EqualTo(2));
    }

    [Test]
    public async Task Request_RolledBack_LeavesNeitherRunNorJob()
    {
        await database.RecordAsync(Problems.Small());
        await using (var context = database.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await new RequestSolve(context).HandleAsync(new(1, 5, 1, 1) { ByJobFor = 7 }, SystemClock.Instance.GetCurrentInstant(), CancellationToken.None);
        }

        Assert.That(await AskAsync("select count(*) from solve_run"), Is.Zero);
    }

    private static RotaProblem Large() => DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, seed: 1, Week).Problem;

    // The worker host as it is installed, on this fixture's database.
    private Process StartWorker() => Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Rostering.Worker.dll")])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        Environment =
        {
            [RosteringDatabase.EnvironmentVariable] = database.ConnectionString,
            [RosteringDatabase.OwnerEnvironmentVariable] = database.OwnerConnectionString,
        },
    })!;

    private async Task<long> RequestAsync(RotaProblem problem, LocalDate week, double seconds)
    {
        await database.RecordAsync(problem);
        await using var context = database.Open();
        var started = await new StartSolve(context).HandleAsync(new(week, seconds, [SolveFocus.Balanced]), await ActAsync(), CancellationToken.None);
        Assert.That(started.Errors, Is.Empty);
        return started.Runs.Single();
    }

    private async Task<Act> ActAsync()
    {
        await using var context = database.Open();
        var provider = await context.Providers.Select(p => p.Id).SingleAsync();
        return new Act(new Actor { UserId = 7, Name = "Mary Manager", ProviderId = provider, Roles = [Role.ServiceManager] }, SystemClock.Instance.GetCurrentInstant(), "test");
    }

    private async Task UntilAsync(string question, Action? meanwhile = null)
    {
        while (await AskAsync(question) is not true)
            meanwhile?.Invoke();
    }

    private async Task<object?> StateAsync(long run) => await AskAsync($"select state from solve_run where id = {run}");

    private Task<object?> AskAsync(string question) => database.AskAsync(question);
}
