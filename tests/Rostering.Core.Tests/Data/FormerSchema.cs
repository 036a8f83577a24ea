using Npgsql;
using Rostering.Core.Data;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data;

/// <summary>A database as it was before one migration, to which a test then applies that one.</summary>
internal sealed class FormerSchema : IAsyncDisposable
{
    private readonly PostgresFixture postgres;
    private readonly NpgsqlConnection owner;
    private readonly string file;

    private FormerSchema(PostgresFixture postgres, NpgsqlConnection owner, string file) => (this.postgres, this.owner, this.file) = (postgres, owner, file);

    public static async Task<FormerSchema> BeforeAsync(string file)
    {
        var postgres = await PostgresFixture.CreateAsync(connection => MigrateBeforeAsync(connection, file));
        NpgsqlConnection owner = new(new NpgsqlConnectionStringBuilder(postgres.OwnerConnectionString) { Pooling = false }.ConnectionString);
        await owner.OpenAsync();
        return new FormerSchema(postgres, owner, file);
    }

    public Task ApplyAsync() => AskAsync($"begin; {Script(file)} commit");

    /// <summary>Runs a statement as the owner, and gives the first value of its first row.</summary>
    public Task<object?> AskAsync(string sql) => AskAsync(owner, sql);

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private static async Task MigrateBeforeAsync(string connection, string last)
    {
        await using NpgsqlConnection owner = new(connection);
        await owner.OpenAsync();
        foreach (var file in typeof(RosteringContext).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && string.CompareOrdinal(name, last) < 0).Order(StringComparer.Ordinal))
            await AskAsync(owner, $"begin; {Script(file)} commit");
    }

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
