using Rostering.Solver.Routes;

namespace Rostering.SolverBenchmarks.Sets.Uhhc;

/// <summary>The instances of UHHC. Best known is the best of the published annealing runs, or the published solution where no runs are.</summary>
public sealed class UhhcSet : IBenchmarkSet
{
    public string Name => "uhhc";

    public IReadOnlyList<IBenchmarkInstance> Read(DirectoryInfo folder)
    {
        InstanceFolder instances = new(folder);
        IReadOnlyDictionary<string, double> ofRuns = instances.BestKnown("instance", "sa_best_of_runs");
        IReadOnlyDictionary<string, double> ofSolution = instances.BestKnown("instance", "sa_published_solution");
        return
        [
            .. instances.Files(".json", ".json.gz").Select(Read)
                .Select(instance => new UhhcBenchmark(instance, ofRuns.TryGetValue(instance.Name, out double best) || ofSolution.TryGetValue(instance.Name, out best) ? best : null)),
        ];
    }

    public static UhhcInstance Read(FileInfo file)
    {
        using Stream json = InstanceFolder.Open(file);
        return UhhcJson.ReadInstance(InstanceFolder.NameOf(file), json);
    }

    private sealed class UhhcBenchmark(UhhcInstance instance, double? bestKnown) : IBenchmarkInstance
    {
        public string Name => instance.Name;

        public double? BestKnown => bestKnown;

        public Task<BenchmarkRun> SolveAsync(BenchmarkBudget budget, Action<BenchmarkRun> onBetter, CancellationToken stop)
        {
            RouteProblem problem = UhhcProblem.Of(instance);
            return IslandRun.SolveAsync(Name, budget, onBetter, seed => new RouteState(problem, seed), RouteState.CoolingOf, Judge, stop);
        }

        // What breaks a rule is priced otherwise by the search than by the evaluator.
        private (double Cost, int Violations, double Searched) Judge(RouteState best)
        {
            best.Adopt(best);
            (double cost, int violations) = UhhcEvaluator.Evaluate(instance, UhhcProblem.Solution(best));
            return (cost, violations, violations == 0 ? best.BestCost : cost);
        }
    }
}
