using System.Collections.Immutable;
using System.Diagnostics;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Rotas;

/// <summary>The database is killed while a publication is under way: all of it is there afterwards, or nothing is.</summary>
public sealed class PublishKillTests
{
    private const int Visits = 40;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    // Whoever holds the table stops the publication at that point of its transaction: at the first entry of the ledger, at the visits that
    // are told, and at the very last row.
    [TestCase("ledger.entry")]
    [TestCase("published_visit")]
    [TestCase("audit_entry")]
    public async Task Kill_ServerInMidPublish_LeavesNothingAndTheNextAttemptAll(string stopsAt)
    {
        EmbeddedPostgres server = await StartAsync();
        try
        {
            await using PlanStage stage = await StageAsync(server);
            await PublishUntilKilledAsync(server, stage, stopsAt);
            await server.DisposeAsync();
            server = await StartAsync();
            NpgsqlConnection.ClearAllPools();
            var after = await CountsAsync(stage);
            var result = await stage.PublishAsync();

            Assert.That(after, Is.EqualTo((0L, 0L, 0L, 0L)));
            Assert.That(result, Is.TypeOf<PublishResult.Published>());
            Assert.That(await CountsAsync(stage), Is.EqualTo((1L, (long)Visits, (long)Visits, (long)Visits)));
            Assert.That(await VerifyAsync(stage), Is.Empty);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private async Task PublishUntilKilledAsync(EmbeddedPostgres server, PlanStage stage, string stopsAt)
    {
        using CancellationTokenSource gone = new();
        await using NpgsqlConnection holder = new(new NpgsqlConnectionStringBuilder(server.OwnerConnectionString("postgres")) { Pooling = false }.ConnectionString);
        await holder.OpenAsync();
        await using NpgsqlTransaction hold = await holder.BeginTransactionAsync();
        await RunAsync(holder, $"lock table {stopsAt} in share row exclusive mode");
        PublishRota.Request request = new(TestWeek.Monday, stage.Version, 0, GapsAccepted: true, ImmutableDictionary<string, string>.Empty);
        Act act = stage.Act("publish the week");
        Task<PublishResult> publishing = Task.Run(() => new PublishRota(stage.Ledger).HandleAsync(request, act, gone.Token));
        while (await RunAsync(holder, "select count(*) from pg_locks where not granted and pid <> pg_backend_pid()") is 0L)
        {
            Assert.That(publishing.IsCompleted, Is.False, "The publication was over before the server was killed.");
            await Task.Yield();
        }

        Kill();
        await gone.CancelAsync();
        Assert.That(async () => await publishing, Throws.InstanceOf<Exception>());
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = folder.Postgres, Durable = true });

    private static async Task<PlanStage> StageAsync(EmbeddedPostgres server)
    {
        await using (var database = RosteringContext.On(server.OwnerConnectionString("postgres")))
        {
            await MigrateDatabase.HandleAsync(database, CancellationToken.None);
        }

        ProblemBuilder builder = new();
        for (int at = 0; at < Visits; at++)
        {
            builder.Worker($"w{at / 4}").Visit($"v{at}", $"{TestWeek.Days[at % 5]} {8 + (at % 4 * 2):00}:00");
        }

        RotaProblem problem = builder.With(p => p with { Workers = [.. p.Workers.DistinctBy(worker => worker.Id)] }).Build();
        return await PlanStage.CreateAsync(
            server.ConnectionString("postgres"), problem, award: 1_000_000,
            Solver.Tests.Builders.Rotas.Of(problem, [.. Enumerable.Range(0, Visits).Select(at => ($"v{at}", $"{TestWeek.Days[at % 5]} {8 + (at % 4 * 2):00}:00", $"w{at / 4}"))]));
    }

    private static async Task<(long Publications, long Visits, long Reservations, long Commitments)> CountsAsync(PlanStage stage) => (
        await stage.CountAsync("publication"), await stage.CountAsync("published_visit"), await stage.CountAsync("reservation"),
        await stage.CountAsync("ledger.entry where kind = 'commit'"));

    private static async Task<IEnumerable<string>> VerifyAsync(PlanStage stage)
    {
        await using RosteringContext database = stage.Open();
        return (await new VerifyLedger(database).HandleAsync(new VerifyLedger.Request(), CancellationToken.None)).Findings.Select(finding => finding.ToString());
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string statement)
    {
        await using NpgsqlCommand command = new(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The postmaster first, so that none of its processes gets another chance.</summary>
    private void Kill()
    {
        string cluster = Path.Combine(folder.Postgres, "cluster");
        int postmaster = int.Parse(File.ReadLines(Path.Combine(cluster, "postmaster.pid")).First());
        List<Process> others = [.. Process.GetProcesses().Where(process => process.Id != postmaster && new FileInfo($"/proc/{process.Id}/cwd").LinkTarget == cluster)];
        foreach (Process process in others.Prepend(Process.GetProcessById(postmaster)))
        {
            process.Kill();
        }
    }
}
