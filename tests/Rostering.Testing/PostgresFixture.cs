using System.Collections.Concurrent;
using Npgsql;
using Rostering.Core.Data.Embedded;

namespace Rostering.Testing;

/// <summary>
/// A fresh database on a real PostgreSQL, with the migrations in it. One server runs for the whole test process; the
/// migrations run once, in a template, of which each fixture gets a copy in some tens of milliseconds.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private static readonly TemporaryFolder Folder = new();
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartServerAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Templates = new(StringComparer.Ordinal);
    private static int databases;

    private readonly EmbeddedPostgres server;
    private readonly string database;

    private PostgresFixture(EmbeddedPostgres server, string database) => (this.server, this.database) = (server, database);

    /// <summary>Connects as the application.</summary>
    public string ConnectionString => server.ConnectionString(database);

    /// <summary>Connects as the owner, who may do anything.</summary>
    public string OwnerConnectionString => server.OwnerConnectionString(database);

    /// <summary>Gives a database of its own, made by <paramref name="migrate"/>, a named method that gets a connection string.</summary>
    public static async Task<PostgresFixture> CreateAsync(Func<string, Task> migrate)
    {
        var server = await Server.Value;
        var template = $"template_{migrate.Method.DeclaringType!.Name}_{migrate.Method.Name}".ToLowerInvariant();
        await Templates.GetOrAdd(template, name => new Lazy<Task>(() => MakeTemplateAsync(server, name, migrate))).Value;

        var database = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync(server, $"""CREATE DATABASE {database} TEMPLATE "{template}" STRATEGY file_copy""");
        return new PostgresFixture(server, database);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync(server, $"DROP DATABASE {database} WITH (FORCE)");
    }

    private static Task<EmbeddedPostgres> StartServerAsync() =>
        EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = Folder.Postgres, Durable = false });

    private static async Task MakeTemplateAsync(EmbeddedPostgres server, string template, Func<string, Task> migrate)
    {
        await ExecuteAsync(server, $"""CREATE DATABASE "{template}" """);

        // Without a pool no connection stays behind: PostgreSQL copies only a database that nobody is connected to.
        await migrate(new NpgsqlConnectionStringBuilder(server.OwnerConnectionString(template)) { Pooling = false }.ConnectionString);
    }

    private static async Task ExecuteAsync(EmbeddedPostgres server, string statement)
    {
        await using var connection = new NpgsqlConnection(server.OwnerConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
