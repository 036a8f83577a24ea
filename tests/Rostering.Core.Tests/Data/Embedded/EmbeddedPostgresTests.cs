using Npgsql;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data.Embedded;

public sealed class EmbeddedPostgresTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task StartAsync_AfterTheLastLeft_KeepsDataAndPort()
    {
        int port;
        await using (var first = await StartAsync())
        {
            await first.AskAsync("CREATE TABLE visits AS SELECT 7 AS id");
            port = first.Port;
        }

        await using var second = await StartAsync();

        Assert.That(await second.AskAsync("SELECT id FROM visits"), Is.EqualTo(7));
        Assert.That(second.Port, Is.EqualTo(port));
    }

    [Test]
    public async Task StartAsync_WhileItRuns_SharesIt()
    {
        await using var first = await StartAsync();
        var started = await first.AskAsync("SELECT pg_postmaster_start_time()");

        await using (var second = await StartAsync())
            Assert.That(await second.AskAsync("SELECT pg_postmaster_start_time()"), Is.EqualTo(started));

        Assert.That(await first.AskAsync("SELECT pg_postmaster_start_time()"), Is.EqualTo(started), "the first still uses it");
    }

    [Test]
    public async Task StartAsync_ManyAtOnce_StartOneServer()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(StartAsync)));

        Assert.That(servers.Select(server => server.Port).Distinct().ToList(), Has.Count.EqualTo(1));
        foreach (var server in servers)
            await server.DisposeAsync();
        Assert.That(File.Exists(PidFile), Is.False, "the last to leave stops the server");
    }

    [Test]
    public async Task DisposeAsync_Twice_LeavesOnce()
    {
        await using var stays = await StartAsync();
        var leaves = await StartAsync();

        await leaves.DisposeAsync();
        await leaves.DisposeAsync();

        Assert.That(await stays.AskAsync("SELECT 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task Server_Started_ServesThisMachineAloneAndForThePassword()
    {
        await using var server = await StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.OwnerConnectionString("postgres")) { Password = "guess", Pooling = false };

        Assert.That(await server.AskAsync("SHOW listen_addresses"), Is.EqualTo("127.0.0.1"));
        Assert.That(await server.AskAsync("SHOW unix_socket_directories"), Is.EqualTo(""));
        Assert.That(
            () => Sql.AskAsync(wrong.ConnectionString, "SELECT 1"),
            Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InvalidPassword));
        Assert.That(
            File.GetUnixFileMode(Path.Combine(folder.Postgres, "password")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Server_StartedByDefault_IsDurableAndNotRoot()
    {
        await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = folder.Postgres });
        var process = File.ReadLines(PidFile).First(); // The server itself: a backend may be gone before it is looked at.
        var account = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal));

        Assert.That(await server.AskAsync("SHOW fsync"), Is.EqualTo("on"));
        Assert.That(await server.AskAsync("SHOW full_page_writes"), Is.EqualTo("on"));
        Assert.That(await server.AskAsync("SHOW data_checksums"), Is.EqualTo("on"));
        Assert.That(account.Split('\t').Skip(1), Has.None.EqualTo("0"));
    }

    private string PidFile => Path.Combine(folder.Postgres, "cluster", "postmaster.pid");

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = folder.Postgres, Durable = false });
}
