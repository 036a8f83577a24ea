using Rostering.CpSat.Engine;
using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;

namespace Rostering.SolverBenchmarks.Sets.Rosters;

/// <summary>A rostering instance: solved in the words of the search, judged by the set's own evaluator.</summary>
/// <param name="names">The ids of its people and its shifts.</param>
/// <param name="judge">Cost and violations of a roster by the set's definition: for each person and day the shift worked, or −1.</param>
internal sealed class RosterBenchmark(string name, double? bestKnown, RosterProblem problem, RosterNames names, Func<int[][], (long Cost, int Violations)> judge) : IBenchmarkInstance
{
    public string Name => name;

    public double? BestKnown => bestKnown;

    public async Task<BenchmarkRun> SolveAsync(BenchmarkBudget budget, Action<BenchmarkRun> onBetter, CancellationToken stop)
    {
        await using ICpSatEngine? engine = Engine(budget.Threads);
        RosterSolver solver = new(problem, RosterSearchOptions.For(problem), engine);
        RosterResult result = await solver.SolveAsync(new SearchBudget(budget.Seconds, budget.MovesPerThread), budget.Threads, budget.Seed, (roster, seconds) => onBetter(Run(roster, seconds)), stop);
        BenchmarkRun run = Run(result.Roster, result.SecondsToBest);
        if (LevelCost.Soft(result.Total) != run.Cost || (LevelCost.Hard(result.Total) == 0) != (run.Violations == 0))
        {
            throw new InvalidOperationException(
                $"{name}: the search says {LevelCost.Soft(result.Total)} with {LevelCost.Hard(result.Total)} broken, the set's evaluator {run.Cost} with {run.Violations}. One of them reads the definition wrongly.");
        }

        return run with { Bound = result.Bound, Seconds = result.Seconds, Moves = result.Moves, SubSolves = result.SubSolves, Solution = names.Text(Shifts(result.Roster)) };
    }

    private BenchmarkRun Run(byte[] roster, double seconds)
    {
        (long cost, int violations) = judge(Shifts(roster));
        return new BenchmarkRun(cost, seconds, seconds, null, violations, 0, 0);
    }

    private int[][] Shifts(byte[] roster) => [.. roster.Chunk(problem.Days).Select(row => row.Select(shift => shift - 1).ToArray())];

    // Where no engine is installed the search does without.
    private static ICpSatEngine? Engine(int processes)
    {
        try
        {
            return CpSatEngines.Open(new EngineOptions { Processes = processes, StopGrace = TimeSpan.FromMilliseconds(200) });
        }
        catch (EngineNotFoundException missing)
        {
            Console.Error.WriteLine($"Searching without CP-SAT: {missing.Message}");
            return null;
        }
    }
}
