using Npgsql;
using Rostering.Core.Data;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data;

/// <summary>A database as it was before a migration, to be filled as it may have been filled then, and migrated.</summary>
internal sealed class MigrationStage : IAsyncDisposable
{
    private readonly string file;
    private readonly PostgresFixture postgres;
    private readonly NpgsqlConnection owner;

    private MigrationStage(string file, PostgresFixture postgres, NpgsqlConnection owner) => (this.file, this.postgres, this.owner) = (file, postgres, owner);

    public static async Task<MigrationStage> BeforeAsync(string file)
    {
        var postgres = await PostgresFixture.CreateAsync(LeaveEmptyAsync);
        NpgsqlConnection owner = new(new NpgsqlConnectionStringBuilder(postgres.OwnerConnectionString) { Pooling = false }.ConnectionString);
        await owner.OpenAsync();
        foreach (string earlier in Files().Where(name => string.CompareOrdinal(name, file) < 0))
            await AskAsync(owner, $"begin; {Script(earlier)} commit");
        return new MigrationStage(file, postgres, owner);
    }

    public Task MigrateAsync() => AskAsync(owner, $"begin; {Script(file)} commit");

    public Task<object?> AskAsync(string sql) => AskAsync(owner, sql);

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private static Task LeaveEmptyAsync(string connection) => Task.CompletedTask;

    private static IEnumerable<string> Files() =>
        typeof(RosteringContext).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Script(string file)
    {
        using StreamReader reader = new(typeof(RosteringContext).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
