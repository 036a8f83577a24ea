using System.Collections.Concurrent;
using Npgsql;

namespace Rostering.Core.Finance.Rows;

/// <summary>The ledger as it stands at one moment, read over several connections at once while others go on writing.</summary>
internal sealed class LedgerSnapshot : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly NpgsqlConnection first;
    private readonly ConcurrentBag<NpgsqlConnection> others = [];
    private readonly string name;

    private LedgerSnapshot(string connectionString, NpgsqlConnection first, string name) => (this.connectionString, this.first, this.name) = (connectionString, first, name);

    public static async Task<LedgerSnapshot> TakeAsync(string connectionString, CancellationToken stop)
    {
        var unhurried = new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 }.ConnectionString;
        NpgsqlConnection first = new(unhurried);
        await first.OpenAsync(stop);
        await ExecuteAsync(first, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", stop);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", first);
        return new LedgerSnapshot(unhurried, first, (string)(await export.ExecuteScalarAsync(stop))!);
    }

    /// <summary>The rows of a query, over the first connection: one query at a time.</summary>
    public Task<CopyRows> CopyAsync(string query, CancellationToken stop) => CopyAsync(first, query, stop);

    /// <summary>The rows of a query, over a connection of their own, by way of an index instead of sorting them.</summary>
    public async Task<CopyRows> StreamAsync(string query, CancellationToken stop)
    {
        NpgsqlConnection connection = new(connectionString);
        others.Add(connection);
        await connection.OpenAsync(stop);
        await ExecuteAsync(connection, $"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '{name}'; SET LOCAL enable_sort = off; SET LOCAL jit = off", stop);
        return await CopyAsync(connection, query, stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in others)
            await connection.DisposeAsync();
        await first.DisposeAsync();
    }

    private static async Task<CopyRows> CopyAsync(NpgsqlConnection connection, string query, CancellationToken stop) =>
        new(await connection.BeginRawBinaryCopyAsync($"COPY ({query}) TO STDOUT (FORMAT binary)", stop));

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
