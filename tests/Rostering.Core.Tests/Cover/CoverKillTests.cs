using System.Diagnostics;
using NodaTime;
using Rostering.Core.Tests.Finance;
using Rostering.Testing;

namespace Rostering.Core.Tests.Cover;

/// <summary>A process is killed at a random statement while a worker's yes moves a reservation: all of it has happened, or nothing.</summary>
[CancelAfter(300_000)]
public sealed class CoverKillTests
{
    private const int StatementsMax = 25;

    private const string Busy =
        "select count(*) from pg_stat_activity where datname = current_database() and usename = 'rostering_app' and state in ('active', 'idle in transaction')";

    [TestCase("bob", 1, "bob:Yes cat:Withdrawn", "bob")]
    public async Task Kill_InMidMoveOfAnOffer_LeavesAllOfItOrNothingAndTheLedgerSound(string worker, int minutes, string offers, string comes)
    {
        var random = new Random(Attack.Seed());
        var at = LiveStage.Morning + Duration.FromMinutes(minutes);
        await using var database = await RotaDatabase.CreateAsync();
        await using var stage = await LiveStage.WithAnnAsync(database.ConnectionString);
        Assert.That(await stage.OfferAsync((await stage.IllAsync("ann"))[0], "bob", "cat"), Is.Null);
        var before = await StateAsync(stage);

        List<(int Statement, string State)> killed = [];
        for (var round = 1; round <= Attack.Number("ROSTERING_KILL_ROUNDS", 5) && killed.All(kill => kill.State == before); round++)
        {
            var statement = random.Next(1, StatementsMax);
            using var process = CoverProcess.Start(database.ConnectionString, stage.Plan.Provider, worker, at);
            if (await KilledAtAsync(process, statement))
                killed.Add((statement, await SettledAsync(database, stage)));
        }

        using (var whole = CoverProcess.Start(database.ConnectionString, stage.Plan.Provider, worker, at))
            await KilledAtAsync(whole, int.MaxValue);
        var after = await SettledAsync(database, stage);
        await TestContext.Progress.WriteLineAsync($"killed at statements {string.Join(", ", killed.Select(kill => kill.Statement))}");
        Assert.That(killed, Is.Not.Empty, "Nothing was killed.");
        Assert.That(killed.Select(kill => kill.State), Is.All.EqualTo(before).Or.EqualTo(after));
        Assert.That(await stage.OffersAsync(), Is.EqualTo(offers));
        Assert.That((await stage.ToldAsync("v1")).Workers, Is.EqualTo(comes.Length == 0 ? Array.Empty<string>() : [comes]));
    }

    /// <summary>Whether a process was killed as it began a statement, and had not ended by itself before.</summary>
    private static async Task<bool> KilledAtAsync(Process process, int statement)
    {
        var begun = 0;
        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
            if (++begun == statement)
                process.Kill();
        }

        await process.WaitForExitAsync();
        return begun >= statement;
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
