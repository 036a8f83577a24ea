using Rostering.Solver.Search;

namespace Rostering.Solver.Routes.Vehicles;

/// <summary>Vehicle routes as annealing changes them: each move ruins and recreates. A stop that no vehicle can take is left out, at a price above any travel.</summary>
public sealed class VehicleState : IIslandState<VehicleState>
{
    private const double HotShare = 0.01;
    private const double ColdShare = 0.0001;
    private readonly VehicleProblem problem;
    private readonly VehicleRoutes routes;
    private readonly StringRuin ruin;
    private readonly BlinkInsertion insertion;
    private readonly double absentPrice;
    private readonly List<int> absent;
    private readonly List<int> absentBefore = [];
    private int[][] best = [];

    public VehicleState(VehicleProblem problem, int seed)
    {
        this.problem = problem;
        SearchRandom random = new(seed);
        routes = new VehicleRoutes(problem);
        ruin = new StringRuin(problem, routes, random);
        insertion = new BlinkInsertion(problem, routes, random);
        absentPrice = 4 * problem.Travel.Max();
        absent = [.. Enumerable.Range(1, problem.Stops - 1)];
        insertion.Run(absent);
        routes.Commit();
        Cost = CostNow();
        KeepIfBest();
    }

    /// <summary>Temperatures in proportion to what a first plan costs.</summary>
    public static Cooling CoolingOf(VehicleState first) => new(HotShare * Math.Max(1, first.BestCost), ColdShare * Math.Max(1, first.BestCost));

    public double Cost { get; private set; }

    public double BestCost { get; private set; } = double.PositiveInfinity;

    public bool TryMove(double limit)
    {
        if (problem.Stops < 2)
        {
            return false;
        }

        absentBefore.Clear();
        absentBefore.AddRange(absent);
        int served = problem.Stops - 1 - absent.Count;
        ruin.Run(served / (double)Math.Max(1, UsedVehicles()), absent);
        insertion.Run(absent);
        double cost = CostNow();
        if (cost > limit)
        {
            routes.Undo();
            absent.Clear();
            absent.AddRange(absentBefore);
            return false;
        }

        routes.Commit();
        Cost = cost;
        return true;
    }

    public bool KeepIfBest()
    {
        if (Cost >= BestCost)
        {
            return false;
        }

        BestCost = Cost;
        best = [.. Enumerable.Range(0, problem.Vehicles).Select(vehicle => routes.Stops(vehicle).ToArray())];
        return true;
    }

    public void Adopt(VehicleState other)
    {
        int[][] adopted = other.best;
        absent.Clear();
        absent.AddRange(Enumerable.Range(1, problem.Stops - 1).Except(adopted.SelectMany(stops => stops)));
        for (int vehicle = 0; vehicle < problem.Vehicles; vehicle++)
        {
            routes.Remove(vehicle, 0, routes.Count[vehicle]);
        }

        for (int vehicle = 0; vehicle < problem.Vehicles; vehicle++)
        {
            for (int i = 0; i < adopted[vehicle].Length; i++)
            {
                routes.Insert(adopted[vehicle][i], vehicle, i);
            }
        }

        routes.Commit();
        Cost = CostNow();
        KeepIfBest();
    }

    /// <summary>Stops of each vehicle in the best routes met.</summary>
    public IReadOnlyList<IReadOnlyList<int>> BestRoutes() => best;

    private double CostNow() => routes.Travelled() + (absentPrice * absent.Count);

    private int UsedVehicles()
    {
        int used = 0;
        foreach (int count in routes.Count)
        {
            used += count > 0 ? 1 : 0;
        }

        return used;
    }
}
