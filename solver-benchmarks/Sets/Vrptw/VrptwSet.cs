using Rostering.Solver.Routes.Vehicles;

namespace Rostering.SolverBenchmarks.Sets.Vrptw;

/// <summary>Solomon's instances, where distance alone counts.</summary>
public sealed class VrptwSet : IBenchmarkSet
{
    public string Name => "vrptw-solomon";

    public IReadOnlyList<IBenchmarkInstance> Read(DirectoryInfo folder)
    {
        InstanceFolder instances = new(folder);
        IReadOnlyDictionary<string, double> bestKnown = instances.BestKnown("instance", "bk_distance_only");
        return
        [
            .. instances.Files(".txt", ".txt.gz")
                .Select(file => VrptwInstance.Parse(InstanceFolder.NameOf(file), InstanceFolder.ReadText(file)))
                .Select(instance => new VrptwBenchmark(instance, bestKnown.TryGetValue(instance.Name, out double cost) ? cost : null)),
        ];
    }

    internal static VehicleProblem Problem(VrptwInstance instance) => new()
    {
        Vehicles = instance.Vehicles,
        Capacity = instance.Capacity,
        Demand = [.. instance.Stops.Select(stop => stop.Demand)],
        Earliest = [.. instance.Stops.Select(stop => stop.Ready)],
        Latest = [.. instance.Stops.Select(stop => stop.Due)],
        Service = [.. instance.Stops.Select(stop => stop.Service)],
        Travel = [.. Enumerable.Range(0, instance.Stops.Length).SelectMany(from => Enumerable.Range(0, instance.Stops.Length).Select(to => instance.Distance(from, to)))],
    };

    private sealed class VrptwBenchmark(VrptwInstance instance, double? bestKnown) : IBenchmarkInstance
    {
        public string Name => instance.Name;

        public double? BestKnown => bestKnown;

        public Task<BenchmarkRun> SolveAsync(BenchmarkBudget budget, Action<BenchmarkRun> onBetter, CancellationToken stop)
        {
            VehicleProblem problem = Problem(instance);
            return IslandRun.SolveAsync(Name, budget, onBetter, seed => new VehicleState(problem, seed), VehicleState.CoolingOf, Judge, stop);
        }

        // Stops left out are violations; the search prices them beside the distance.
        private (double Cost, int Violations, double Searched) Judge(VehicleState best)
        {
            (double cost, int violations) = VrptwEvaluator.Evaluate(instance, best.BestRoutes());
            return (cost, violations, violations == 0 ? best.BestCost : cost);
        }
    }
}
