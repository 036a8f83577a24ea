using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

public sealed class PosterKillTests
{
    private LedgerDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        await NumberedCalls.PrepareAsync(database.Ledger);
    }

    [OneTimeTearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [Test]
    public async Task Kill_PostingProcessInMidCommit_LosesAndDoublesNothing()
    {
        var random = new Random(Attack.Seed());
        var posted = 0;
        for (var round = 1; round <= Attack.Number("ROSTERING_KILL_ROUNDS", 5); round++)
        {
            var acknowledged = await PostUntilKilledAsync(posted + 1, acknowledgements: random.Next(1, 150));
            var last = posted + acknowledged.Count + PostingProcess.Clients;
            var committed = await NumberedCalls.AskAgainAsync(database.Ledger, database.OwnerConnectionString, posted + 1, last, acknowledged);
            await TestContext.Progress.WriteLineAsync($"round {round}: {acknowledged.Count} calls acknowledged, {committed} committed beside");
            posted = last;
        }
    }

    /// <summary>What the process had printed still arrives after its end.</summary>
    private async Task<Dictionary<int, string>> PostUntilKilledAsync(int first, int acknowledgements)
    {
        var acknowledged = new Dictionary<int, string>();
        using var poster = PostingProcess.Start(database.ConnectionString, first);
        while (await poster.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ', 2);
            acknowledged.Add(int.Parse(parts[0]), parts[1]);
            if (acknowledged.Count == acknowledgements)
                poster.Kill();
        }

        await poster.WaitForExitAsync();
        Assert.That(acknowledged, Has.Count.GreaterThanOrEqualTo(acknowledgements), "The process ended by itself.");
        return acknowledged;
    }
}
