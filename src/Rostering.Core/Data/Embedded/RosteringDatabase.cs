using Npgsql;

namespace Rostering.Core.Data.Embedded;

/// <summary>
/// The application's database: on the server that <c>ROSTERING_DATABASE</c> names, or else on the embedded one, which is
/// then kept running until this is disposed.
/// </summary>
public sealed class RosteringDatabase : IAsyncDisposable
{
    /// <summary>The environment variable that holds the connection string of a server to use instead.</summary>
    public const string EnvironmentVariable = "ROSTERING_DATABASE";

    private const string Name = "rostering";

    private readonly EmbeddedPostgres? embedded;

    private RosteringDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        this.embedded = embedded;
    }

    public string ConnectionString { get; }

    public bool IsEmbedded => embedded is not null;

    /// <summary>Opens it, starting the embedded server where none is named.</summary>
    /// <exception cref="EmbeddedPostgresException">No database can be had; the message says why and what to do.</exception>
    public static async Task<RosteringDatabase> OpenAsync(EmbeddedPostgresOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } connectionString)
        {
            await RequireAnswerAsync(connectionString, cancellationToken);
            return new RosteringDatabase(connectionString, null);
        }

        var embedded = await EmbeddedPostgres.StartAsync(options ?? new EmbeddedPostgresOptions(), cancellationToken);
        await MakeIfMissingAsync(embedded.ConnectionString("postgres") + ";Pooling=false", cancellationToken);
        return new RosteringDatabase(embedded.ConnectionString(Name), embedded);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task RequireAnswerAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            throw new EmbeddedPostgresException(
                $"The server that {EnvironmentVariable} names cannot be used: {e.Message} Correct the variable, or unset it to use the embedded PostgreSQL.", e);
        }
    }

    private static async Task MakeIfMissingAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var create = new NpgsqlCommand($"CREATE DATABASE {Name}", connection);
        try
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // It is there, or another process was quicker.
        }
    }
}
