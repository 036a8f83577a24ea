using System.Diagnostics;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;

namespace Rostering.Cli.Printing;

/// <summary>The object <c>solve --json</c> prints. Others script against its names.</summary>
internal static class SolveJson
{
    public static string Text(SolveResult result, RotaCheck check, int seed)
    {
        WeekCounts counts = WeekCounts.Of(result.Schedule);
        return JsonText.Of(new
        {
            Status = Status(result.Reason),
            Stopped = result.Reason.ToString(),
            counts.Visits,
            counts.Covered,
            counts.Uncovered,
            counts.CoverableUncovered,
            HardViolations = check.HardViolations.Length,
            Score = new { result.Score.Hard, result.Score.Uncovered, result.Score.Soft },
            Bound = result.Bound is { } bound ? new { bound.Uncovered, bound.Soft } : null,
            result.Gap,
            Seconds = Math.Round(result.Seconds, 3),
            Seed = seed,
            result.Moves,
            result.SubProblems,
            PeakMegabytes = PeakMegabytes(),
        });
    }

    // Of this process; the engine's own processes are not in it.
    private static long PeakMegabytes()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1_048_576;
    }

    private static string Status(StopReason reason) => reason switch
    {
        StopReason.ProvedOptimal => "optimal",
        StopReason.NothingFeasible => "infeasible",
        _ => "feasible",
    };
}
