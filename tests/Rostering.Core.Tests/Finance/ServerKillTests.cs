using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

public sealed class ServerKillTests
{
    private const int Clients = 6;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task Kill_ServerInMidCommit_LosesAndDoublesNothing()
    {
        var random = new Random(Attack.Seed());
        var server = await StartAsync();
        try
        {
            await PrepareAsync(server);
            var posted = 0;
            for (var round = 1; round <= Attack.Number("ROSTERING_KILL_ROUNDS", 5); round++)
            {
                var load = new Load(posted, acknowledgements: random.Next(10, 150));
                server = await KillAndRestartAsync(server, load);
                await using var ledger = new LedgerConnections(server.ConnectionString("postgres"));
                var committed = await NumberedCalls.AskAgainAsync(ledger, server.OwnerConnectionString("postgres"), posted + 1, load.Last, load.Acknowledged);
                await TestContext.Progress.WriteLineAsync(
                    $"round {round}: {load.Acknowledged.Count} calls acknowledged, {load.Replayed} of them by the next server for the one that died; "
                    + $"{load.Last - posted - load.Acknowledged.Count} never, {committed} of those committed");
                posted = load.Last;
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = folder.Postgres, Durable = true });

    private static async Task PrepareAsync(EmbeddedPostgres server)
    {
        await using (var database = RosteringContext.On(server.OwnerConnectionString("postgres")))
            await MigrateDatabase.HandleAsync(database, CancellationToken.None);
        await using var ledger = new LedgerConnections(server.ConnectionString("postgres"));
        await NumberedCalls.PrepareAsync(ledger);
    }

    /// <summary>Those in flight when the server dies may be acknowledged by the next one, or never.</summary>
    private async Task<EmbeddedPostgres> KillAndRestartAsync(EmbeddedPostgres server, Load load)
    {
        await using var ledger = new LedgerConnections(server.ConnectionString("postgres"));
        var clients = Enumerable.Range(0, Clients).Select(_ => load.RunAsync(ledger)).ToArray();
        await Task.WhenAny(load.Reached, Task.WhenAll(clients));
        Assert.That(load.Reached.IsCompleted, "The clients gave up before the server was killed.");

        Kill();
        load.Stop();
        var next = await StartAsync();
        await Task.WhenAll(clients);
        await server.DisposeAsync();
        return next;
    }

    /// <summary>The postmaster first, so that none of its processes gets another chance.</summary>
    private void Kill()
    {
        var cluster = Path.Combine(folder.Postgres, "cluster");
        var postmaster = int.Parse(File.ReadLines(Path.Combine(cluster, "postmaster.pid")).First());
        var others = Process.GetProcesses().Where(process => process.Id != postmaster && new FileInfo($"/proc/{process.Id}/cwd").LinkTarget == cluster).ToList();
        foreach (var process in others.Prepend(Process.GetProcessById(postmaster)))
            process.Kill();
    }

    /// <summary>Numbered calls from many clients at once until the server is gone.</summary>
    private sealed class Load(int before, int acknowledgements)
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int last = before;
        private int replayed;
        private volatile bool stopped;

        public ConcurrentDictionary<int, string> Acknowledged { get; } = new();

        /// <summary>The highest number that was asked for.</summary>
        public int Last => last;

        /// <summary>How many were committed by a server that died before it could say so, and acknowledged by the next.</summary>
        public int Replayed => replayed;

        /// <summary>Done when enough calls are acknowledged.</summary>
        public Task Reached => reached.Task;

        public void Stop() => stopped = true;

        public async Task RunAsync(LedgerConnections ledger)
        {
            try
            {
                while (!stopped)
                {
                    var number = Interlocked.Increment(ref last);
                    var posted = await NumberedCalls.PostAsync(ledger, number);
                    Acknowledged[number] = NumberedCalls.Answer(posted);
                    if (posted[0].Replayed)
                        Interlocked.Increment(ref replayed);
                    if (Acknowledged.Count >= acknowledgements)
                        reached.TrySetResult();
                }
            }
            catch (NpgsqlException)
            {
                // Nobody knows now what became of the call: that is what asking again is for.
            }
        }
    }
}
