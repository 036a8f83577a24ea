using NodaTime;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.CpSat.Engine;
using Rostering.Solver.Problem;

namespace Rostering.Testing;

/// <summary>A database with the application's schema, of one fixture's own, and what tests of rotas do in it.</summary>
public sealed class RotaDatabase : IAsyncDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 12, 9, 30);

    private readonly PostgresFixture postgres;

    private RotaDatabase(PostgresFixture postgres) => this.postgres = postgres;

    public static async Task<RotaDatabase> CreateAsync() => new(await PostgresFixture.CreateAsync(MigrateAsync));

    /// <summary>Connects as the application.</summary>
    public string ConnectionString => postgres.ConnectionString;

    /// <summary>Connects as the owner, who may do anything.</summary>
    public string OwnerConnectionString => postgres.OwnerConnectionString;

    public RosteringContext Open() => RosteringContext.On(postgres.ConnectionString);

    public async Task<long> RecordAsync(RotaProblem problem)
    {
        await using RosteringContext database = Open();
        return await new RecordProblem(database).HandleAsync(problem, Now, CancellationToken.None);
    }

    public async Task<long> RequestAsync(long problem, double seconds = 5)
    {
        await using RosteringContext database = Open();
        return await new RequestSolve(database).HandleAsync(new RequestSolve.Request(problem, seconds, Seed: 1, Threads: 1), Now, CancellationToken.None);
    }

    public async Task<RunSolve.Result> RunAsync(long run, ICpSatEngine engine)
    {
        await using RosteringContext database = Open();
        return await new RunSolve(database, engine, SystemClock.Instance).HandleAsync(run, onProgress: null, CancellationToken.None);
    }

    /// <summary>Records a week, solves it and stores its rota.</summary>
    public async Task<RunSolve.Result> SolveAsync(RotaProblem problem, ICpSatEngine engine, double seconds = 5) =>
        await RunAsync(await RequestAsync(await RecordAsync(problem), seconds), engine);

    /// <summary>Runs a statement past the application, as the owner, and gives the first value of its first row.</summary>
    public async Task<object?> AskAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(postgres.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    internal static async Task MigrateAsync(string connectionString)
    {
        await using RosteringContext database = RosteringContext.On(connectionString);
        await MigrateDatabase.HandleAsync(database, CancellationToken.None);
    }
}
