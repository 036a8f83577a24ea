using Rostering.Solver.Routes;

namespace Rostering.SolverBenchmarks.Sets.Hhcrsp;

/// <summary>A set of home health care instances: text files of Mankowska et al. or JSON files of Ceschia et al.</summary>
public sealed class HhcrspSet(string name, string bestKnownName) : IBenchmarkSet
{
    public string Name => name;

    public IReadOnlyList<IBenchmarkInstance> Read(DirectoryInfo folder)
    {
        InstanceFolder instances = new(folder);
        IReadOnlyDictionary<string, double> bestKnown = instances.BestKnown(bestKnownName, "best_known");
        return
        [
            .. instances.Files(".txt", ".txt.gz", ".json", ".json.gz")
                .Select(file => (Instance: Read(file), Known: bestKnown.TryGetValue(Key(file), out double cost) ? cost : (double?)null))
                .Select(x => new HhcrspBenchmark(x.Instance, x.Known)),
        ];
    }

    public static HhcrspInstance Read(FileInfo file)
    {
        using Stream stream = InstanceFolder.Open(file);
        return file.Name.Contains(".json", StringComparison.OrdinalIgnoreCase)
            ? HhcrspJson.ReadInstance(InstanceFolder.NameOf(file), stream)
            : MankowskaReader.Read(InstanceFolder.NameOf(file), InstanceFolder.ReadText(file));
    }

    // The table of Mankowska's set names files, the others name instances; neither names the packing.
    private string Key(FileInfo file)
    {
        string unpacked = file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file.Name[..^3] : file.Name;
        return bestKnownName == "file" ? unpacked : InstanceFolder.NameOf(file);
    }

    private sealed class HhcrspBenchmark(HhcrspInstance instance, double? bestKnown) : IBenchmarkInstance
    {
        public string Name => instance.Name;

        public double? BestKnown => bestKnown;

        public Task<BenchmarkRun> SolveAsync(BenchmarkBudget budget, Action<BenchmarkRun> onBetter, CancellationToken stop)
        {
            RouteProblem problem = HhcrspProblem.Of(instance);
            return IslandRun.SolveAsync(Name, budget, onBetter, seed => new RouteState(problem, seed), RouteState.CoolingOf, Judge, stop);
        }

        private (double Cost, int Violations, double Searched) Judge(RouteState best)
        {
            (double cost, int violations) = HhcrspEvaluator.Evaluate(instance, HhcrspProblem.Solution(best.BestRoutes()), tolerance: 1e-6);
            return (cost, violations, best.BestCost);
        }
    }
}
