using Npgsql;
using Rostering.Core.Data.Embedded;

namespace Rostering.Core.Tests.Data.Embedded;

internal static class Sql
{
    public static Task<object?> AskAsync(this EmbeddedPostgres server, string statement) =>
        AskAsync(server.OwnerConnectionString("postgres"), statement);

    /// <summary>Runs a statement on a connection of its own and gives the first value of its first row.</summary>
    public static async Task<object?> AskAsync(string connectionString, string statement)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
