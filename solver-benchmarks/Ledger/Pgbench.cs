using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Rostering.SolverBenchmarks.Ledger;

/// <summary>PostgreSQL's own load program, so that our functions and its TPC-B are driven alike.</summary>
internal sealed partial class Pgbench(string connectionString, int clients, int funds)
{
    /// <summary>What a load came to.</summary>
    /// <param name="PerSecond">Transactions committed in a second.</param>
    /// <param name="Failed">Transactions given up.</param>
    public sealed record Load(double PerSecond, long Failed);

    public static bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pgbench", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public Task FillTpcbAsync(CancellationToken stop) => RunAsync(["--initialize", "--scale=10", "--quiet"], role: null, stop);

    public async Task<Load> TpcbAsync(double seconds, CancellationToken stop) => Read(await RunAsync(Timed(seconds), role: null, stop));

    /// <summary>Runs one of the scripts beside this file, as the given role.</summary>
    public async Task<Load> ScriptAsync(string script, double seconds, string? role, CancellationToken stop) =>
        Read(await RunAsync([.. Timed(seconds), $"--file={Sql(script)}", $"--define=funds={funds}"], role, stop));

    public static string Sql(string script) => Path.Combine(AppContext.BaseDirectory, "Ledger", "Sql", script);

    private string[] Timed(double seconds) =>
        ["--no-vacuum", "--protocol=prepared", $"--client={clients}", $"--jobs={Math.Min(clients, Environment.ProcessorCount)}", $"--time={Math.Max(1, seconds):0}"];

    private async Task<string> RunAsync(string[] arguments, string? role, CancellationToken stop)
    {
        NpgsqlConnectionStringBuilder at = new(connectionString);
        ProcessStartInfo start = new("pgbench", [.. arguments, $"--host={at.Host}", $"--port={at.Port}", $"--username={at.Username}", at.Database!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["PGPASSWORD"] = at.Password, ["PGOPTIONS"] = role is null ? "" : $"-c role={role}" },
        };
        using var process = Process.Start(start)!;
        await using var registration = stop.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"pgbench {string.Join(' ', arguments)} failed: {await error}");
    }

    private static Load Read(string output) => new(
        double.Parse(Tps().Match(output).Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
        long.Parse(Failed().Match(output) is { Success: true } failed ? failed.Groups["number"].ValueSpan : "0", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"tps = (?<number>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tps();

    [GeneratedRegex(@"failed transactions: (?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Failed();
}
