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

    /// <summary>The environment variable that holds the owner's connection string to that server, for migrations.</summary>
    public const string OwnerEnvironmentVariable = "ROSTERING_DATABASE_OWNER";

    private const string Name = "rostering";

    private readonly EmbeddedPostgres? embedded;

    private RosteringDatabase(string connectionString, string ownerConnectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        OwnerConnectionString = ownerConnectionString;
        this.embedded = embedded;
    }

    /// <summary>Connects as the application.</summary>
    public string ConnectionString { get; }

    /// <summary>Connects as the owner of the schema: for migrations alone.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>What is unsafe about the way that the database was named, if anything.</summary>
    public string? Warning => ConnectionString != OwnerConnectionString
        ? null
        : $"The application connects as the owner of its schema, so that the ledger is not protected from it. "
            + $"Let {EnvironmentVariable} name an account in the role {EmbeddedPostgres.ApplicationUserName}, and {OwnerEnvironmentVariable} the owner.";

    public bool IsEmbedded => embedded is not null;

    /// <summary>Opens it, starting the embedded server where none is named.</summary>
    /// <exception cref="EmbeddedPostgresException">No database can be had; the message says why and what to do.</exception>
    public static async Task<RosteringDatabase> OpenAsync(EmbeddedPostgresOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } connectionString)
        {
            var owner = Environment.GetEnvironmentVariable(OwnerEnvironmentVariable) is { Length: > 0 } named ? named : connectionString;
            await RequireAnswerAsync(EnvironmentVariable, connectionString, cancellationToken);
            await RequireAnswerAsync(OwnerEnvironmentVariable, owner, cancellationToken);
            return new RosteringDatabase(connectionString, owner, null);
        }

        var embedded = await EmbeddedPostgres.StartAsync(options ?? new EmbeddedPostgresOptions(), cancellationToken);
        await MakeIfMissingAsync(embedded.OwnerConnectionString("postgres") + ";Pooling=false", cancellationToken);
        return new RosteringDatabase(embedded.ConnectionString(Name), embedded.OwnerConnectionString(Name), embedded);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task RequireAnswerAsync(string variable, string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            throw new EmbeddedPostgresException(
                $"The server that {variable} names cannot be used: {e.Message} Correct the variable, or unset it to use the embedded PostgreSQL.", e);
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
