using System.Net;
using System.Net.Sockets;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data.Embedded;

public sealed class EmbeddedPostgresRefusalTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void StartAsync_PortInsistedOnIsTaken_NamesThePort()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.That(
            () => EmbeddedPostgres.StartAsync(Options with { Port = port }),
            Throws.TypeOf<EmbeddedPostgresException>().With.Message.Contains($"Port {port} on 127.0.0.1 is in use"));
    }

    [Test]
    public async Task StartAsync_PortOfLastTimeIsTaken_ChoosesAnother()
    {
        var first = await EmbeddedPostgres.StartAsync(Options);
        await first.DisposeAsync();
        using var other = new TcpListener(IPAddress.Loopback, first.Port);
        other.Start();

        await using var second = await EmbeddedPostgres.StartAsync(Options);

        Assert.That(second.Port, Is.Not.EqualTo(first.Port));
        Assert.That(await second.AskAsync("SELECT 1"), Is.EqualTo(1));
    }

    [Test]
    public void StartAsync_DiskNearlyFull_SaysHowMuchIsWanted()
    {
        Assert.That(
            () => EmbeddedPostgres.StartAsync(Options with { FreeBytesMin = long.MaxValue }),
            Throws.TypeOf<EmbeddedPostgresException>().With.Message.Contains("MB free; the database wants at least"));
    }

    [Test]
    public void StartAsync_FileInThePlaceOfTheFolder_SaysWhatToDo()
    {
        File.WriteAllText(folder.Postgres, "");

        Assert.That(() => EmbeddedPostgres.StartAsync(Options), RefusesTheFolder);
    }

    [Test]
    public void StartAsync_FolderMayNotBeWritten_SaysWhatToDo()
    {
        // Nothing is closed to root but what the system itself keeps.
        var closed = Environment.IsPrivilegedProcess ? "/proc" : Directory.CreateDirectory(folder.Postgres, UnixFileMode.UserRead).FullName;

        Assert.That(() => EmbeddedPostgres.StartAsync(Options with { Folder = Path.Combine(closed, "postgres") }), RefusesTheFolder);
    }

    [Test]
    public async Task StartAsync_FolderClosedToTheServersAccount_GoesElsewhereForRootAlone()
    {
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var server = await EmbeddedPostgres.StartAsync(Options);
        Assert.That(await server.AskAsync("SELECT 1"), Is.EqualTo(1));
        await server.DisposeAsync();

        Assert.That(server.Folder, Environment.IsPrivilegedProcess ? Does.StartWith("/var/lib/rostering/") : Is.EqualTo(folder.Postgres));
        Directory.Delete(server.Folder, recursive: true);
    }

    private EmbeddedPostgresOptions Options => new() { Folder = folder.Postgres, Durable = false };

    private static NUnit.Framework.Constraints.IResolveConstraint RefusesTheFolder =>
        Throws.TypeOf<EmbeddedPostgresException>().With.Message.Contains("belongs to another account, or this one may not write to it");
}
