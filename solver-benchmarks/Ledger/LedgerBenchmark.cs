using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance;

namespace Rostering.SolverBenchmarks.Ledger;

/// <summary>
/// Times the ledger against pgbench's TPC-B and against a minimal ledger in plain SQL, all on one embedded PostgreSQL with fsync
/// on. The measurements take turns in rounds, and the medians count, so that a busy moment of the machine hits them alike.
/// </summary>
internal static class LedgerBenchmark
{
    private const int Clients = 8;
    private const int Rounds = 3;
    private const int BatchSize = 50;
    private const string Application = "rostering_app";

    /// <summary>How much to measure.</summary>
    /// <param name="Seconds">How long each measurement runs, over all rounds.</param>
    /// <param name="Funds">Funds to spread the entries over.</param>
    /// <param name="Postings">Postings to have before verification and reading balances are timed.</param>
    public sealed record Request(double Seconds, int Funds, long Postings, FileInfo? Json);

    public static async Task RunAsync(Request request, CancellationToken stop)
    {
        if (!Pgbench.IsThere())
            throw new InvalidOperationException("pgbench is missing. Install it (Debian: apt-get install postgresql-contrib) and run this again.");

        var folder = Path.Combine(Path.GetTempPath(), $"rostering-ledger-benchmark-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute); // PostgreSQL's account passes through.
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { Folder = Path.Combine(folder, "postgres") }, stop);
            var figures = await MeasureAsync(server, request, stop);
            Console.WriteLine(figures);
            if (request.Json is { } json)
                await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web), stop);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<LedgerFigures> MeasureAsync(EmbeddedPostgres server, Request request, CancellationToken stop)
    {
        var ledger = await MakeAsync(server, "ledger", stop);
        var tpcb = await MakeAsync(server, "tpcb", stop);
        var peer = await MakeAsync(server, "peer", stop);
        Say("preparing");
        await using (var context = RosteringContext.On(ledger))
            await MigrateDatabase.HandleAsync(context, stop);
        await ExecuteAsync(ledger, Script("funds.sql", request.Funds), stop);
        await ExecuteAsync(peer, Script("peer.sql", request.Funds), stop);
        Pgbench onLedger = new(ledger, Clients, request.Funds), onTpcb = new(tpcb, Clients, request.Funds), onPeer = new(peer, Clients, request.Funds);
        await onTpcb.FillTpcbAsync(stop);

        var rounds = new List<(double Tpcb, double Single, double Batch, Pgbench.Load Zipf, double Peer)>();
        for (var round = 1; round <= Rounds; round++)
        {
            Say($"round {round} of {Rounds}");
            var seconds = request.Seconds / Rounds;
            rounds.Add((
                (await onTpcb.TpcbAsync(seconds, stop)).PerSecond,
                (await onLedger.ScriptAsync("single.sql", seconds, Application, stop)).PerSecond,
                (await onLedger.ScriptAsync("batch.sql", seconds, Application, stop)).PerSecond * BatchSize,
                await onLedger.ScriptAsync("zipf.sql", seconds, Application, stop),
                (await onPeer.ScriptAsync("peer-transfer.sql", seconds, role: null, stop)).PerSecond));
        }

        while (await AskAsync<long>(ledger, "select count(*) from ledger.posting", stop) is var postings && postings < request.Postings)
        {
            Say($"{postings:N0} of {request.Postings:N0} postings");
            await onLedger.ScriptAsync("batch.sql", 10, Application, stop);
        }

        Say("reading balances and verifying");
        await ExecuteAsync(ledger, "vacuum analyze", stop);
        return new LedgerFigures
        {
            TpcbTps = Median(rounds.Select(r => r.Tpcb)),
            SingleTps = Median(rounds.Select(r => r.Single)),
            SingleRatio = Median(rounds.Select(r => r.Single / r.Tpcb)),
            BatchTps = Median(rounds.Select(r => r.Batch)),
            BatchRatio = Median(rounds.Select(r => r.Batch / r.Tpcb)),
            ZipfRatio = Median(rounds.Select(r => r.Zipf.PerSecond / r.Tpcb)),
            ZipfFailed = rounds.Sum(r => r.Zipf.Failed),
            PeerTps = Median(rounds.Select(r => r.Peer)),
            Postings = await AskAsync<long>(ledger, "select count(*) from ledger.posting", stop),
            BytesPerPosting = await AskAsync<double>(ledger,
                """
                select sum(pg_total_relation_size(c.oid))::double precision / (select count(*) from ledger.posting)
                from pg_class c where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'
                """, stop),
            BalanceP95Ms = await BalanceP95Async(ledger, request.Funds, stop),
            VerifyPostingsPerSecond = await VerifyAsync(ledger, stop),
        };
    }

    /// <summary>Reads all balances of random funds on random days, one after the other.</summary>
    private static async Task<double> BalanceP95Async(string connectionString, int funds, CancellationToken stop)
    {
        const int Readings = 1000;
        await using LedgerConnections connections = new(connectionString);
        ReadBalances balances = new(connections);
        Random dice = new(1);
        var milliseconds = new double[Readings];
        for (var reading = 0; reading < Readings; reading++)
        {
            var started = Stopwatch.GetTimestamp();
            await balances.HandleAsync(dice.Next(1, funds + 1), new LocalDate(2026, 1, 1).PlusDays(dice.Next(365)), recordedAt: null, stop);
            milliseconds[reading] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return milliseconds.Order().ElementAt(Readings * 95 / 100);
    }

    private static async Task<double> VerifyAsync(string connectionString, CancellationToken stop)
    {
        await using var database = RosteringContext.On(connectionString);
        VerifyLedger verify = new(database);
        await verify.HandleAsync(new VerifyLedger.Request(Fund: 1), stop); // .NET compiles what it runs for the first time.
        var check = await verify.HandleAsync(new VerifyLedger.Request(), stop);
        return check.IsSound ? check.PostingsPerSecond : throw new InvalidOperationException($"The ledger is not sound: {check.Findings[0]}");
    }

    private static async Task<string> MakeAsync(EmbeddedPostgres server, string database, CancellationToken stop)
    {
        await ExecuteAsync(server.OwnerConnectionString("postgres"), $"create database {database}", stop);
        return server.OwnerConnectionString(database);
    }

    private static string Script(string name, int funds) =>
        File.ReadAllText(Pgbench.Sql(name)).Replace(":funds", funds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static async Task ExecuteAsync(string connectionString, string statements, CancellationToken stop)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync(stop);
        await using NpgsqlCommand command = new(statements, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<T> AskAsync<T>(string connectionString, string question, CancellationToken stop)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync(stop);
        await using NpgsqlCommand command = new(question, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(stop))!;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Say(string what) => Console.Error.WriteLine($"ledger: {what}");
}
