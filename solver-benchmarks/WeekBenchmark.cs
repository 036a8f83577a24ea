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
    public static async Task RunAsync(double seconds, int threads, int seeds, SearchPart without, FileInfo? json, CancellationToken stop)
    {
        await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = threads });
        List<WeekResult> results = [];
        Console.WriteLine($"{"week",-10} {"seed",4} {"visits",7} {"covered",8} {"coverable left",14} {"hard",5} {"first rota s",12} {"uncovered",10} {"soft £",12} {"gap",7} {"seconds",8} {"MB",6}");
        foreach (DemonstrationProvider provider in Enum.GetValues<DemonstrationProvider>())
        {
            for (int seed = 1; seed <= seeds && !stop.IsCancellationRequested; seed++)
            {
                WeekResult result = await SolveAsync(engine, provider, seed, new SolveOptions { Seconds = seconds, Seed = seed, Threads = threads, Without = without }, stop);
                results.Add(result);
                Console.WriteLine(result);
            }
        }

        if (json is not null)
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

        WeekCounts counts = WeekCounts.Of(result.Schedule);
        using Process self = Process.GetCurrentProcess();
        return new WeekResult(
            provider.ToString(), seed, counts.Visits, counts.Covered, counts.CoverableUncovered, check.HardViolations.Length, firstRota,
            result.Score.Uncovered, result.Score.Soft / 100_000.0, result.Gap, result.Seconds, self.PeakWorkingSet64 / 1_048_576);
    }
}

/// <summary>One solved week.</summary>
/// <param name="PeakMegabytes">Peak memory of this process so far; the engine's processes are not in it.</param>
internal sealed record WeekResult(
    string Week, int Seed, int Visits, int Covered, int CoverableUncovered, int HardViolations, double FirstRotaSeconds, long Uncovered, double SoftPounds, double? Gap,
    double Seconds, long PeakMegabytes)
{
    public override string ToString() =>
        $"{Week,-10} {Seed,4} {Visits,7} {Covered,8} {CoverableUncovered,14} {HardViolations,5} {FirstRotaSeconds,12:0.0} {Uncovered,10} {SoftPounds,12:0.00} "
        + $"{(Gap is { } gap ? $"{gap:P1}" : "-"),7} {Seconds,8:0.0} {PeakMegabytes,6}";
}
