using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.CpSat.Engine;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Rotas;

public sealed class RunSolveTests
{
    private RotaDatabase database = null!;
    private ICpSatEngine engine = null!;

    [OneTimeSetUp]
    public void OpenEngine() => engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });

    [OneTimeTearDown]
    public ValueTask CloseEngineAsync() => engine.DisposeAsync();

    [SetUp]
    public async Task CreateDatabaseAsync() => database = await RotaDatabase.CreateAsync();

    [TearDown]
    public ValueTask DropDatabaseAsync() => database.DisposeAsync();

    [Test]
    public async Task HandleAsync_TwoRuns_StoreVersionsOneAndTwo()
    {
        long problem = await database.RecordAsync(Problems.Small());

        RunSolve.Result first = await database.RunAsync(await database.RequestAsync(problem), engine);
        RunSolve.Result second = await database.RunAsync(await database.RequestAsync(problem), engine);

        Assert.That(first.Version.Number, Is.EqualTo(1));
        Assert.That(second.Version.Number, Is.EqualTo(2));
    }

    [Test]
    public async Task HandleAsync_Solved_CanBeReadBackWithItsScore()
    {
        long problem = await database.RecordAsync(Problems.Small());
        var run = await database.RunAsync(await database.RequestAsync(problem), engine);

        await using RosteringContext context = database.Open();
        var draft = await new ReadDraft(context).HandleAsync(provider: 1, TestWeek.Monday, SystemClock.Instance.GetCurrentInstant(), CancellationToken.None);

        Assert.That(RotaChecker.Check(draft!.Schedule).Score, Is.EqualTo(run.Solve.Score));
        Assert.That(new RotaScore(draft.Version.Hard, draft.Version.Uncovered, draft.Version.Soft), Is.EqualTo(run.Solve.Score));
        Assert.That(draft.Version.Covered, Is.EqualTo(3));
        Assert.That(await database.AskAsync("select state from solve_run"), Is.EqualTo("done"));
    }

    [Test]
    public async Task HandleAsync_ManyRunsAtOnce_NumberWithoutGapsOrDoubles()
    {
        long problem = await database.RecordAsync(Problems.Small());
        long[] runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.RequestAsync(problem)));

        var results = await Task.WhenAll(runs.Select(run => Task.Run(() => database.RunAsync(run, engine))));

        Assert.That(results.Select(result => result.Version.Number), Is.EquivalentTo([1, 2, 3, 4]));
    }

    [Test]
    public async Task HandleAsync_EngineIsGone_RecordsTheFailureAndStoresNoRota()
    {
        long run = await database.RequestAsync(await database.RecordAsync(Problems.Small()));
        ICpSatEngine closed = CpSatEngines.Open();
        await closed.DisposeAsync();

        Assert.That(() => database.RunAsync(run, closed), Throws.InstanceOf<ObjectDisposedException>());

        Assert.That(await database.AskAsync("select state from solve_run"), Is.EqualTo("failed"));
        Assert.That(await database.AskAsync("select failure from solve_run"), Does.Contain("disposed"));
        Assert.That(await database.AskAsync("select count(*) from rota_version"), Is.Zero);
    }

    [Test]
    public async Task HandleAsync_LeftRunningByADeadProcess_IsRunAgain()
    {
        long run = await database.RequestAsync(await database.RecordAsync(Problems.Small()));
        await database.AskAsync($"update solve_run set state = 'running', started_at = now() - interval '1 hour' where id = {run}");

        var result = await database.RunAsync(run, engine);

        Assert.That(result.Version.Number, Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_DoneAlready_RefusesAndAddsNothing()
    {
        long run = await database.RequestAsync(await database.RecordAsync(Problems.Small()));
        await database.RunAsync(run, engine);

        Assert.That(() => database.RunAsync(run, engine), Throws.InvalidOperationException.With.Message.Contains("request a new one"));

        Assert.That(await database.AskAsync("select count(*) from rota_version"), Is.EqualTo(1));
        Assert.That(await database.AskAsync("select state from solve_run"), Is.EqualTo("done"));
    }
}
