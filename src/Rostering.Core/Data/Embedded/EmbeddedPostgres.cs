using Npgsql;

namespace Rostering.Core.Data.Embedded;

/// <summary>
/// A private PostgreSQL server, reachable from this machine alone. Any number of processes share it: the first to come
/// starts it, the last to leave stops it, and whoever comes after a crash recovers it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The database account that owns everything in the cluster: migrations run as it.</summary>
    public const string UserName = "rostering";

    /// <summary>The database account of the application, which owns nothing. Migrations say what it may do.</summary>
    public const string ApplicationUserName = "rostering_app";

    private readonly ClusterFolder folder;
    private readonly PostgresCluster cluster;
    private readonly string password;
    private readonly string applicationPassword;
    private FileStream? use;

    private EmbeddedPostgres(ClusterFolder folder, PostgresCluster cluster, string password, string applicationPassword, int port)
    {
        this.folder = folder;
        this.cluster = cluster;
        this.password = password;
        this.applicationPassword = applicationPassword;
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
        var password = await ClusterFolder.ReadOrMakePasswordAsync(folder.PasswordFile, cancellationToken);
        var applicationPassword = await ClusterFolder.ReadOrMakePasswordAsync(folder.ApplicationPasswordFile, cancellationToken);
        var binaries = await PostgresBinaries.Find().ReachableByAsync(account, folder.Path, cancellationToken);
        var cluster = new PostgresCluster(options, folder, binaries, account);
        var port = await cluster.EnsureRunningAsync(cancellationToken);
        var server = new EmbeddedPostgres(folder, cluster, password, applicationPassword, port);
        await account.OwnAsync(folder.Path, cancellationToken);
        await server.LetApplicationInAsync(cancellationToken);
        return server;
    }

    /// <summary>Connects as the owner: for migrations.</summary>
    public string OwnerConnectionString(string database) => ConnectionString(database, UserName, password);

    /// <summary>Connects as the application.</summary>
    public string ConnectionString(string database) => ConnectionString(database, ApplicationUserName, applicationPassword);

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

    /// <summary>Accounts belong to the whole server, so that this one is there before any migration has run.</summary>
    private async Task LetApplicationInAsync(CancellationToken cancellationToken)
    {
        const string Name = ApplicationUserName;
        await using var connection = new NpgsqlConnection(OwnerConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var makeAccount = new NpgsqlCommand(
            $"do $$ begin create role {Name}; exception when duplicate_object or unique_violation then null; end $$; alter role {Name} login password '{applicationPassword}'",
            connection);
        await makeAccount.ExecuteNonQueryAsync(cancellationToken);
    }

    private string ConnectionString(string database, string account, string accountPassword) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = account,
            Password = accountPassword,
            Database = database,
        }.ConnectionString;

    private static void RequireFreeSpace(string folder, long bytesMin)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < bytesMin)
            throw new EmbeddedPostgresException(
                $"The disk that holds '{folder}' has {free >> 20} MB free; the database wants at least {bytesMin >> 20} MB. Free some space.");
    }
}
