using NodaTime;
using Rostering.Core.Tests.Finance;
using Rostering.Testing;

namespace Rostering.Core.Tests.Cover;

/// <summary>A process is killed at a random statement while a worker's yes moves a reservation, or while offers move on: all of it has happened, or nothing.</summary>
[CancelAfter(300_000)]
public sealed class CoverKillTests
{
    // 128 and the number of the signal.
    private const int Killed = 128 + 9;

    private const string Busy =
        "select count(*) from pg_stat_activity where datname = current_database() and usename = 'rostering_app' and state in ('active', 'idle in transaction')";

    // A worker has ten minutes to answer.
    [TestCase("bob", 1, "bob:Yes cat:Withdrawn", "bob")]
    [TestCase(CoverProcess.Nobody, 11, "bob:NoAnswer cat:Asked", "")]
    public async Task Kill_InMidMoveOfAnOffer_LeavesAllOfItOrNothingAndTheLedgerSound(string worker, int minutes, string offers, string comes)
    {
        var at = LiveStage.Morning + Duration.FromMinutes(minutes);
        var random = new Random(Attack.Seed());
        var (whole, after) = await WholeAsync(worker, at);
        await using var database = await RotaDatabase.CreateAsync();
        await using var stage = await StageAsync(database);
        var before = await StateAsync(stage);
        Assert.That(before, Is.Not.EqualTo(after));

        foreach (var statement in Drawn(whole, random))
        {
            await TestContext.Progress.WriteLineAsync($"killing at statement {statement} of {whole}");
            await KillAsync(database, stage, worker, at, statement);

            // Only after the last of its statements a process keeps what it did.
            Assert.That(await SettledAsync(database, stage), statement == whole ? Is.EqualTo(before).Or.EqualTo(after) : Is.EqualTo(before));
        }

        await RunAsync(database, stage, worker, at);
        Assert.That(await SettledAsync(database, stage), Is.EqualTo(after));
        Assert.That(await stage.OffersAsync(), Is.EqualTo(offers));
        Assert.That((await stage.ToldAsync("v1")).Workers, Is.EqualTo(comes.Length == 0 ? Array.Empty<string>() : [comes]));
    }

    /// <summary>How many statements it takes, counted where nobody is killed, and what there is to see then.</summary>
    private static async Task<(int Statements, string State)> WholeAsync(string worker, Instant at)
    {
        await using var database = await RotaDatabase.CreateAsync();
        await using var stage = await StageAsync(database);
        return (await RunAsync(database, stage, worker, at), await SettledAsync(database, stage));
    }

    private static async Task<LiveStage> StageAsync(RotaDatabase database)
    {
        var stage = await LiveStage.WithAnnAsync(database.ConnectionString);
        Assert.That(await stage.OfferAsync((await stage.IllAsync("ann"))[0], "bob", "cat"), Is.Null);
        return stage;
    }

    /// <summary>Statements to kill at, each once, the last of them after all others: the next process would have nothing left to do.</summary>
    private static int[] Drawn(int whole, Random random)
    {
        int[] others = [.. Enumerable.Range(1, whole - 1)];
        random.Shuffle(others);
        return [.. others.Take(Attack.Number("ROSTERING_KILL_ROUNDS", 4) - 1), whole];
    }

    /// <summary>Kills a process while a statement goes on. It waits before the next one, so it cannot end by itself.</summary>
    private static async Task KillAsync(RotaDatabase database, LiveStage stage, string worker, Instant at, int statement)
    {
        using var process = CoverProcess.Start(database.ConnectionString, stage.Plan.Provider, worker, at);
        for (var begun = 1; begun <= statement; begun++)
        {
            Assert.That(await process.StandardOutput.ReadLineAsync(), Is.EqualTo(CoverProcess.Statement), $"statement {begun}");
            await process.StandardInput.WriteLineAsync();
        }

        process.Kill();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.EqualTo(Killed));
    }

    /// <summary>Lets a process go on to its end, and gives how many statements it made.</summary>
    private static async Task<int> RunAsync(RotaDatabase database, LiveStage stage, string worker, Instant at)
    {
        using var process = CoverProcess.Start(database.ConnectionString, stage.Plan.Provider, worker, at);
        process.StandardInput.Close();
        var statements = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            statements += line == CoverProcess.Statement ? 1 : 0;
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
        return statements;
    }

    /// <summary>What there is to see, once the server has noticed whom it lost.</summary>
    private static async Task<string> SettledAsync(RotaDatabase database, LiveStage stage)
    {
        while ((long)(await database.AskAsync(Busy))! > 0)
            await Task.Yield();
        await stage.AssertSoundAsync();
        return await StateAsync(stage);
    }

    private static async Task<string> StateAsync(LiveStage stage) => string.Join(
        " | ", await stage.OffersAsync(), await stage.AsksAsync(), string.Join(',', (await stage.ToldAsync("v1")).Workers), await stage.PromisedAsync("v1"),
        await stage.Plan.CountAsync("ledger.entry"), (await stage.ToldReadersAsync()).Sum(told => told.Count()));
}
