using System.Diagnostics;
using Npgsql;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data.Embedded;

public sealed class EmbeddedPostgresRecoveryTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task StartAsync_ServerKilledWithQueriesRunning_KeepsWhatWasCommitted()
    {
        await using var killed = await StartAsync();
        await killed.AskAsync("CREATE TABLE visits AS SELECT generate_series(1, 1000) AS id");
        var busy = killed.AskAsync("SELECT count(*) FROM generate_series(1, 99999) a, generate_series(1, 99999) b");
        await UntilAsync(async () => await killed.AskAsync("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%99999%'") is 2L);

        Process.GetProcessById(ServerId()).Kill();
        await using var recovered = await StartAsync();

        Assert.That(await recovered.AskAsync("SELECT count(*) FROM visits"), Is.EqualTo(1000));
        Assert.That(() => busy, Throws.InstanceOf<NpgsqlException>());
    }

    [Test]
    public async Task StartAsync_LockFileNamesAStranger_Starts()
    {
        string[] lines;
        await using (await StartAsync())
            lines = await File.ReadAllLinesAsync(PidFile);
        lines[0] = Environment.ProcessId.ToString();
        await File.WriteAllLinesAsync(PidFile, lines);

        await using var server = await StartAsync();

        Assert.That(await server.AskAsync("SELECT 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task StartAsync_MakingTheClusterWasInterrupted_BeginsAgain()
    {
        var halfMade = Directory.CreateDirectory(Path.Combine(folder.Postgres, "cluster.new")).FullName;
        await File.WriteAllTextAsync(Path.Combine(halfMade, "PG_VERSION"), "18");

        await using var server = await StartAsync();

        Assert.That(await server.AskAsync("SELECT 1"), Is.EqualTo(1));
        Assert.That(Directory.Exists(halfMade), Is.False);
    }

    private string PidFile => Path.Combine(folder.Postgres, "cluster", "postmaster.pid");

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = folder.Postgres });

    private int ServerId() => int.Parse(File.ReadLines(PidFile).First());

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        while (!await isTrue())
            await Task.Delay(20);
    }
}
