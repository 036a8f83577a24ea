using Npgsql;
using Rostering.Core.Data;
using Rostering.CpSat.Engine;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data;

/// <summary>What the database itself holds to, whoever asks.</summary>
public sealed class SchemaTests
{
    private RotaDatabase database = null!;

    [OneTimeSetUp]
    public async Task StoreARotaAsync()
    {
        database = await RotaDatabase.CreateAsync();
        await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
        await database.RunAsync(await database.RequestAsync(await database.RecordAsync(Problems.Small())), engine);
    }

    [OneTimeTearDown]
    public ValueTask DropDatabaseAsync() => database.DisposeAsync();

    [Test]
    public async Task Migrations_AppliedAgain_ChangeNothing()
    {
        var before = await database.AskAsync("""select count(*) from "__EFMigrationsHistory" """);
        await using RosteringContext owner = RosteringContext.On(database.OwnerConnectionString);

        await MigrateDatabase.HandleAsync(owner, CancellationToken.None);

        Assert.That(await database.AskAsync("""select count(*) from "__EFMigrationsHistory" """), Is.EqualTo(before).And.GreaterThan(0));
        Assert.That(await database.AskAsync("select count(*) from rota_version"), Is.EqualTo(1));
    }

    [TestCase("update problem set content = ''")]
    [TestCase("delete from problem")]
    [TestCase("truncate problem cascade")]
    [TestCase("update rota_version set soft = 0")]
    [TestCase("delete from rota_version")]
    [TestCase("truncate rota_version cascade")]
    public void ProblemsAndRotas_ChangedOrRemoved_AreRefused(string statement) =>
        Assert.That(() => database.AskAsync(statement),
            Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.RestrictViolation)
                .And.Message.Contains("append-only"));

    [TestCase("insert into week (provider_id, starts_on) select id, date '2026-11-17' from provider", "week_starts_on_check", TestName = "Week_NotStartingOnAMonday_IsRefused")]
    [TestCase("update solve_run set state = 'failed'", "solve_run_check", TestName = "SolveRun_FailedWithoutSayingWhy_IsRefused")]
    [TestCase("""
        with run as (
          insert into solve_run (problem_id, seconds, seed, threads, state, requested_at)
          select problem_id, 1, 1, 1, 'requested', now() from rota_version returning id)
        insert into rota_version (week_id, problem_id, solve_run_id, number, content, hard, uncovered, soft, visits, covered, seconds, recorded_at)
        select week_id, problem_id, run.id, number, content, hard, uncovered, soft, visits, covered, seconds, recorded_at from rota_version, run
        """, "rota_version_week_id_number_key", TestName = "RotaVersion_NumberGivenTwice_IsRefused")]
    public void Rows_ThatMakeNoSense_AreRefused(string statement, string constraint) =>
        Assert.That(() => database.AskAsync(statement),
            Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.ConstraintName)).EqualTo(constraint));
}
