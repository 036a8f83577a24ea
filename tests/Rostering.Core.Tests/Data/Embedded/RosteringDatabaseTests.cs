using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data.Embedded;

[NonParallelizable] // The environment is one for the whole process.
public sealed class RosteringDatabaseTests
{
    private string? original;

    [SetUp]
    public void RememberEnvironment() => original = Environment.GetEnvironmentVariable(RosteringDatabase.EnvironmentVariable);

    [TearDown]
    public void RestoreEnvironment() => Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, original);

    [Test]
    public async Task OpenAsync_NoServerNamed_UsesTheEmbeddedOneEachTime()
    {
        using var folder = new TemporaryFolder();
        var options = new EmbeddedPostgresOptions { Folder = folder.Postgres, Durable = false };
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, null);

        await using (var first = await RosteringDatabase.OpenAsync(options))
            await Sql.AskAsync(first.ConnectionString, "CREATE TABLE visits AS SELECT 7 AS id");
        await using var second = await RosteringDatabase.OpenAsync(options);

        Assert.That(second.IsEmbedded, Is.True);
        Assert.That(await Sql.AskAsync(second.ConnectionString, "SELECT id FROM visits"), Is.EqualTo(7));
    }

    [Test]
    public async Task OpenAsync_ServerNamed_UsesThatServer()
    {
        await using var server = await PostgresFixture.CreateAsync(MakeVisitsAsync);
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, server.ConnectionString);

        await using var database = await RosteringDatabase.OpenAsync();

        Assert.That(database.IsEmbedded, Is.False);
        Assert.That(await Sql.AskAsync(database.ConnectionString, "SELECT id FROM visits"), Is.EqualTo(7));
    }

    [TestCase("Host=127.0.0.1;Port=1;Username=x;Password=secret")]
    [TestCase("nonsense")]
    public void OpenAsync_ServerNamedDoesNotAnswer_NamesTheVariable(string connectionString)
    {
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, connectionString);

        Assert.That(
            () => RosteringDatabase.OpenAsync(),
            Throws.TypeOf<EmbeddedPostgresException>().With.Message.Contains("ROSTERING_DATABASE").And.Message.Not.Contains("secret"));
    }

    private static Task MakeVisitsAsync(string connectionString) => Sql.AskAsync(connectionString, "CREATE TABLE visits AS SELECT 7 AS id");
}
