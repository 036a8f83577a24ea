using Rostering.Testing;

namespace Rostering.Core.Tests.Data.Embedded;

public sealed class PostgresFixtureTests
{
    private static int migrations;

    [Test]
    public async Task CreateAsync_Twice_MigratesOnceAndKeepsTheCopiesApart()
    {
        await using var first = await PostgresFixture.CreateAsync(MigrateAsync);
        await using var second = await PostgresFixture.CreateAsync(MigrateAsync);

        await Sql.AskAsync(first.OwnerConnectionString, "DELETE FROM visits");

        Assert.That(migrations, Is.EqualTo(1));
        Assert.That(await Sql.AskAsync(first.OwnerConnectionString, "SELECT count(*) FROM visits"), Is.Zero);
        Assert.That(await Sql.AskAsync(second.OwnerConnectionString, "SELECT count(*) FROM visits"), Is.EqualTo(1));
    }

    private static Task MigrateAsync(string connectionString)
    {
        migrations++;
        return Sql.AskAsync(connectionString, "CREATE TABLE visits AS SELECT 7 AS id");
    }
}
