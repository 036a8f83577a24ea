using Npgsql;
using Polly;
using Polly.Retry;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>
/// Connections to the ledger as the application, and the rule by which a transaction is tried again: as a whole, with the
/// same keys, so that one whose answer was lost is answered truly the next time. One instance serves a process.
/// </summary>
public sealed class LedgerConnections : IAsyncDisposable
{
    private const int RetriesMax = 10;

    private readonly ResiliencePipeline pipeline;

    /// <summary>Opens none yet.</summary>
    /// <param name="connectionString">The application's connection.</param>
    /// <param name="jitter">Spreads the waits before retries: a number of at least 0 and below 1.</param>
    public LedgerConnections(string connectionString, Func<double>? jitter = null)
    {
        // What refusals are about stands in the errors' detail, in which the ledger has nothing personal.
        Source = new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { IncludeErrorDetail = true, IncludeFailedBatchedCommand = true } }.Build();
        pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            // EF hands the database's errors on inside of its own.
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(MayPass).HandleInner<NpgsqlException>(MayPass),
            MaxRetryAttempts = RetriesMax,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(10),
            MaxDelay = TimeSpan.FromSeconds(1),
            UseJitter = true,
            Randomizer = jitter ?? Random.Shared.NextDouble,
            OnRetry = Forget,
        }).Build();
    }

    /// <summary>For what only reads.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Does a whole transaction, again where it may yet succeed.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached, or cannot do it for a reason that is no refusal.</exception>
    internal async Task<T> TransactAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        await pipeline.ExecuteAsync(
            async attempt =>
            {
                await using var connection = await Source.OpenConnectionAsync(attempt);
                return await work(connection, attempt);
            },
            cancellation);

    /// <summary>Does one statement that gives one value, or says why the ledger refused it.</summary>
    internal async Task<Attempt<T>> AskAsync<T>(int fund, string statement, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken cancellation)
    {
        try
        {
            return await TransactAsync((connection, attempt) => OneAsync<T>(connection, statement, parameters, attempt), cancellation);
        }
        catch (PostgresException e) when (Refusals.Of(e, fund) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Does such a statement within a transaction that also does something else. One that was refused can only be rolled back.</summary>
    internal static async Task<Attempt<T>> AskAsync<T>(NpgsqlTransaction within, int fund, string statement, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken cancellation)
    {
        try
        {
            return await OneAsync<T>(within.Connection!, statement, parameters, cancellation);
        }
        catch (PostgresException e) when (Refusals.Of(e, fund) is { } refusal)
        {
            return refusal;
        }
    }

    private static async Task<T> OneAsync<T>(NpgsqlConnection connection, string statement, IReadOnlyList<NpgsqlParameter> parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddRange(parameters.Select(parameter => parameter.Clone()).ToArray());
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Another order of locks, or another connection, may succeed.</summary>
    private static bool MayPass(NpgsqlException e) =>
        e.IsTransient || e.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.DatabaseDropped;

    /// <summary>After a server's end all connections of the pool are dead: each would use up a retry.</summary>
    private ValueTask Forget(OnRetryArguments<object> retry)
    {
        if (retry.Outcome.Exception is not PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected })
            Source.Clear();
        return ValueTask.CompletedTask;
    }
}
