using Npgsql;

namespace Rostering.Core.Data.Embedded;

/// <summary>
/// A private PostgreSQL server, reachable from this machine alone. Any number of processes share it: the first to come
/// starts it, the last to leave stops it, and whoever comes after a crash recovers it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The database account, which owns everything in the cluster.</summary>
    public const string UserName = "rostering";

    private readonly ClusterFolder folder;
    private readonly PostgresCluster cluster;
    private readonly string password;
    private FileStream? use;

    private EmbeddedPostgres(ClusterFolder folder, PostgresCluster cluster, string password, int port)
    {
        this.folder = folder;
        this.cluster = cluster;
        this.password = password;
        Port = port;
        use = folder.MarkUse();
    }

    /// <summary>The loopback port that it listens on.</summary>
    public int Port { get; }

    /// <summary>Where the cluster, its password and its log are.</summary>
    public string Folder => folder.Path;

    /// <summary>Starts the server, or joins it where it already runs.</summary>
    /// <exception cref="EmbeddedPostgresException">The port, the disk, the permissions or the programs are in the way.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken = default)
    {
        var path = options.Folder ?? Path.Combine(PostgresBinaries.FindRoot(), ".data", "postgres");
        var account = await ServerAccount.ChooseAsync(path, options.AccountForRoot, cancellationToken);
        var folder = await ClusterFolder.PrepareAsync(path, account, cancellationToken);
        await using var turn = await folder.TakeTurnAsync(cancellationToken);

        RequireFreeSpace(folder.Path, options.FreeBytesMin);
        var password = await folder.ReadOrMakePasswordAsync(cancellationToken);
        var binaries = await PostgresBinaries.Find().ReachableByAsync(account, folder.Path, cancellationToken);
        var cluster = new PostgresCluster(options, folder, binaries, account);
        var port = await cluster.EnsureRunningAsync(cancellationToken);
        var server = new EmbeddedPostgres(folder, cluster, password, port);
        await account.OwnAsync(folder.Path, cancellationToken);
        return server;
    }

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = UserName,
            Password = password,
            Database = database,
        }.ConnectionString;

    /// <summary>Stops using the server, and stops it if nobody else does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (use is null)
            return;
        await using var turn = await folder.TakeTurnAsync(CancellationToken.None);
        await use.DisposeAsync();
        use = null;
        if (!folder.IsInUse())
            await cluster.StopAsync(CancellationToken.None);
    }

    private static void RequireFreeSpace(string folder, long bytesMin)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < bytesMin)
            throw new EmbeddedPostgresException(
                $"The disk that holds '{folder}' has {free >> 20} MB free; the database wants at least {bytesMin >> 20} MB. Free some space.");
    }
}
