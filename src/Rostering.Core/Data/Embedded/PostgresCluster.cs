using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Rostering.Core.Data.Embedded;

/// <summary>Makes, starts and stops the one server of a cluster. Its methods are called by one process at a time.</summary>
internal sealed class PostgresCluster(EmbeddedPostgresOptions options, ClusterFolder folder, PostgresBinaries binaries, ServerAccount account)
{
    private const int PortAttemptsMax = 5;

    private readonly ServerProcess server = new(folder.Cluster);

    /// <summary>Makes sure that the server runs, whatever state the last one was left in, and gives its port.</summary>
    public async Task<int> EnsureRunningAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(folder.Cluster, "PG_VERSION")))
            await MakeAsync(cancellationToken);

        var waited = Stopwatch.StartNew();
        while (true)
        {
            var (state, port) = server.Look();
            if (state == ServerState.Ready && await AnswersAsync(port, cancellationToken))
                return port;
            if (state == ServerState.Absent)
                return await StartAsync(cancellationToken);
            if (waited.Elapsed > options.StartTimeout)
                throw Failed($"has been {state} for {waited.Elapsed.TotalSeconds:0} s", "");
            await Task.Delay(50, cancellationToken);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server.Look().State == ServerState.Absent)
            return;
        var stop = await account.RunAsync(
            [binaries.Program("pg_ctl"), "stop", "--silent", "--wait", "--mode=fast", $"--pgdata={folder.Cluster}"], cancellationToken);
        if (!stop.Succeeded && server.Look().State != ServerState.Absent)
            throw Failed("does not stop", stop.Output);
    }

    /// <summary>Made beside its place and then moved there, so that a cluster is either whole or absent.</summary>
    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.ClusterInTheMaking))
            Directory.Delete(folder.ClusterInTheMaking, recursive: true);
        await account.OwnAsync(folder.Path, cancellationToken);

        // Collation is PostgreSQL's own, so that an index built on one machine is right on every other.
        var made = await account.RunAsync(
            [
                binaries.Program("initdb"), $"--pgdata={folder.ClusterInTheMaking}", $"--username={EmbeddedPostgres.UserName}",
                $"--pwfile={folder.PasswordFile}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8", .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
            ],
            cancellationToken);
        if (!made.Succeeded)
            throw Failed("cannot make its files", made.Output);
        Directory.Move(folder.ClusterInTheMaking, folder.Cluster);
    }

    private async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        await server.ClearRemainsAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var port = options.Port ?? ChoosePort();
            var logged = File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;
            var start = await account.RunAsync(
                [
                    binaries.Program("pg_ctl"), "start", "--silent", "--wait", $"--timeout={options.StartTimeout.TotalSeconds:0}",
                    $"--pgdata={folder.Cluster}", $"--log={folder.Log}", $"--options={ServerOptions(port)}",
                ],
                cancellationToken);
            if (start.Succeeded)
            {
                folder.WritePort(port);
                return port;
            }

            var log = ReadLogFrom(logged);
            var portTaken = log.Contains("could not bind", StringComparison.Ordinal);
            if (portTaken && options.Port is not null)
                throw PortTaken(port);
            if (!portTaken || attempt == PortAttemptsMax)
                throw Failed("does not start", start.Output + log);
        }
    }

    private string ServerOptions(int port)
    {
        var settings = new List<string> { "listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC" };
        if (!options.Durable)
            settings.AddRange(["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
        return $"-p {port} " + string.Join(' ', settings.Select(setting => $"-c {setting}"));
    }

    /// <summary>The port of last time if it is still free, so that connection strings at hand stay right; else any free one.</summary>
    private int ChoosePort() => folder.ReadPort() is { } last && CanListen(last) ? last : FreePort();

    /// <summary>A server that was killed this instant still looks ready; it no longer takes connections.</summary>
    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool CanListen(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ReadLogFrom(long position)
    {
        if (!File.Exists(folder.Log))
            return "";
        using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = position;
        using var reader = new StreamReader(log);
        return reader.ReadToEnd();
    }

    private static EmbeddedPostgresException PortTaken(int port) =>
        new($"Port {port} on 127.0.0.1 is in use by another program. Name a free port, or none: then a free one is chosen.");

    private EmbeddedPostgresException Failed(string what, string output)
    {
        if (output.Contains("No space left on device", StringComparison.Ordinal))
            return new($"The disk that holds '{folder.Path}' is full. Free some space and start again; nothing committed is lost.");
        if (output.Contains("Permission denied", StringComparison.Ordinal) || output.Contains("wrong ownership", StringComparison.Ordinal))
            return ClusterFolder.NotOurs(folder.Cluster);
        return new($"The embedded PostgreSQL in '{folder.Path}' {what}. It said: {output}");
    }
}
