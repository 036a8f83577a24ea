using System.Diagnostics;
using System.Text.Json;
using Rostering.CpSat.Engine;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;

namespace Rostering.SolverBenchmarks;

/// <summary>Solves the generated weeks, has the checker judge every rota, and prints a table.</summary>
internal static class WeekBenchmark
{
    private const double PointsPerPound = 100_000;

    /// <summary>Which weeks, how often, and how to search.</summary>
    public sealed record Request(DemonstrationProvider? Provider, int Seeds, SolveOptions Options, FileInfo? Json);

    public static async Task RunAsync(Request request, CancellationToken stop)
    {
        await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = request.Options.Threads });
        List<WeekResult> results = [];
        Console.WriteLine($"{"week",-10} {"seed",4} {"visits",7} {"covered",8} {"coverable left",14} {"hard",5} {"first rota s",12} {"uncovered",10} {"bound",10} {"soft £",12} {"bound £",12} {"gap",7} {"seconds",8} {"MB",6}");
        foreach (DemonstrationProvider provider in request.Provider is { } only ? [only] : Enum.GetValues<DemonstrationProvider>())
        {
            for (int seed = 1; seed <= request.Seeds && !stop.IsCancellationRequested; seed++)
            {
                WeekResult result = await SolveAsync(engine, provider, seed, request.Options with { Seed = seed }, stop);
                results.Add(result);
                Console.WriteLine(result);
            }
        }

        if (request.Json is { } json)
        {
            await File.WriteAllTextAsync(json.FullName, JsonSerializer.Serialize(results, JsonSerializerOptions.Web), stop);
        }
    }

    private static async Task<WeekResult> SolveAsync(ICpSatEngine engine, DemonstrationProvider provider, int seed, SolveOptions options, CancellationToken stop)
    {
        PreparedProblem problem = PreparedProblem.From(DemonstrationWeek.Generate(provider, seed, DemonstrationWeek.UsualWeekStart).Problem);
        double firstRota = double.NaN;
        SolveResult result = await new RotaSolver(engine).SolveAsync(
            problem,
            options,
            progress => firstRota = double.IsNaN(firstRota) && progress.Phase == SearchPhase.Improving ? progress.ElapsedSeconds : firstRota,
            stop);
        RotaCheck check = RotaChecker.Check(result.Schedule);
        if (check.Score != result.Score)
        {
            throw new InvalidOperationException($"{provider} seed {seed}: the checker scores {check.Score}, the search {result.Score}.");
        }

        if (check.HardViolations is [var first, ..])
        {
            throw new InvalidOperationException($"{provider} seed {seed}: {check.HardViolations.Length} rules are broken. {first.Sentence}");
        }

        WeekCounts counts = WeekCounts.Of(result.Schedule);
        using Process self = Process.GetCurrentProcess();
        return new WeekResult(
            provider.ToString(), seed, counts.Visits, counts.Covered, counts.CoverableUncovered, check.HardViolations.Length, firstRota,
            result.Score.Uncovered, result.Bound?.Uncovered, result.Score.Soft / PointsPerPound, result.Bound?.Soft / PointsPerPound, result.Gap, result.Seconds, self.PeakWorkingSet64 / 1_048_576);
    }
}

/// <summary>One solved week.</summary>
/// <param name="Uncovered">Minutes left uncovered, weighted by need.</param>
/// <param name="SoftBoundPounds">What no rota that leaves as little uncovered as the bound says can cost less than.</param>
/// <param name="PeakMegabytes">Peak memory of this process so far; the engine's processes are not in it.</param>
internal sealed record WeekResult(
    string Week, int Seed, int Visits, int Covered, int CoverableUncovered, int HardViolations, double FirstRotaSeconds, long Uncovered, long? UncoveredBound, double SoftPounds, double? SoftBoundPounds, double? Gap,
    double Seconds, long PeakMegabytes)
{
    public override string ToString() =>
        $"{Week,-10} {Seed,4} {Visits,7} {Covered,8} {CoverableUncovered,14} {HardViolations,5} {FirstRotaSeconds,12:0.0} {Uncovered,10} {UncoveredBound,10} {SoftPounds,12:0.00} {SoftBoundPounds,12:0.00} "
        + $"{(Gap is { } gap ? $"{gap:P1}" : "-"),7} {Seconds,8:0.0} {PeakMegabytes,6}";
}
