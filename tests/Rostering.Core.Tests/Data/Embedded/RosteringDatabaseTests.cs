using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data.Embedded;

[NonParallelizable] // The environment is one for the whole process.
public sealed class RosteringDatabaseTests
{
    private static readonly string[] Variables = [RosteringDatabase.EnvironmentVariable, RosteringDatabase.OwnerEnvironmentVariable];

    private string?[] originals = [];

    [SetUp]
    public void RememberEnvironment() => originals = [.. Variables.Select(Environment.GetEnvironmentVariable)];

    [TearDown]
    public void RestoreEnvironment()
    {
        foreach (var (variable, original) in Variables.Zip(originals))
            Environment.SetEnvironmentVariable(variable, original);
    }

    [Test]
    public async Task OpenAsync_NoServerNamed_UsesTheEmbeddedOneEachTime()
    {
        using var folder = new TemporaryFolder();
        var options = new EmbeddedPostgresOptions { Folder = folder.Postgres, Durable = false };
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, null);

        await using (var first = await RosteringDatabase.OpenAsync(options))
            await Sql.AskAsync(first.OwnerConnectionString, "CREATE TABLE visits AS SELECT 7 AS id");
        await using var second = await RosteringDatabase.OpenAsync(options);

        Assert.That((second.IsEmbedded, second.Warning), Is.EqualTo((true, (string?)null)));
        Assert.That(await Sql.AskAsync(second.OwnerConnectionString, "SELECT id FROM visits"), Is.EqualTo(7));
    }

    [Test]
    public async Task OpenAsync_NoServerNamed_TheApplicationConnectsByAnAccountThatOwnsNothing()
    {
        using var folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, null);
        await using var database = await RosteringDatabase.OpenAsync(new EmbeddedPostgresOptions { Folder = folder.Postgres, Durable = false });
        await Sql.AskAsync(database.OwnerConnectionString, "CREATE TABLE visits AS SELECT 7 AS id");

        Assert.That(await Sql.AskAsync(database.ConnectionString, "SELECT current_user::text"), Is.EqualTo("rostering_app"));
        Assert.That(() => Sql.AskAsync(database.ConnectionString, "SELECT id FROM visits"), Throws.InstanceOf<Npgsql.PostgresException>());
        Assert.That(() => Sql.AskAsync(database.ConnectionString, "CREATE TABLE mine (id integer)"), Throws.InstanceOf<Npgsql.PostgresException>());
        Assert.That(
            File.GetUnixFileMode(Path.Combine(folder.Postgres, "application-password")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task OpenAsync_ServerNamed_UsesThatServer()
    {
        await using var server = await PostgresFixture.CreateAsync(MakeVisitsAsync);
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, server.ConnectionString);
        Environment.SetEnvironmentVariable(RosteringDatabase.OwnerEnvironmentVariable, server.OwnerConnectionString);

        await using var database = await RosteringDatabase.OpenAsync();

        Assert.That((database.IsEmbedded, database.Warning), Is.EqualTo((false, (string?)null)));
        Assert.That(await Sql.AskAsync(database.ConnectionString, "SELECT current_user::text"), Is.EqualTo("rostering_app"));
        Assert.That(await Sql.AskAsync(database.OwnerConnectionString, "SELECT id FROM visits"), Is.EqualTo(7));
    }

    [Test]
    public async Task OpenAsync_OneAccountNamedForAll_WarnsThatItOwnsTheSchema()
    {
        await using var server = await PostgresFixture.CreateAsync(MakeVisitsAsync);
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, server.OwnerConnectionString);
        Environment.SetEnvironmentVariable(RosteringDatabase.OwnerEnvironmentVariable, null);

        await using var database = await RosteringDatabase.OpenAsync();

        Assert.That(database.Warning, Does.Contain("ROSTERING_DATABASE_OWNER"));
        Assert.That(database.OwnerConnectionString, Is.EqualTo(server.OwnerConnectionString));
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
