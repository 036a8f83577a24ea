using Rostering.Solver.Search;

namespace Rostering.Solver.Routes;

/// <summary>A plan of routes as annealing changes it, with the best plan met.</summary>
public sealed class RouteState : IIslandState<RouteState>
{
    private const int KeptBetweenRefreshes = 2_000;
    private const double HotShare = 0.5;
    private const double ColdShare = 0.01;
    private readonly RouteProblem problem;
    private readonly RoutePlan plan;
    private readonly ChangeSet changes;
    private readonly RouteMoves moves;
    private readonly double[] bestKeys;
    private readonly int[] bestWorkers;
    private int kept;

    public RouteState(RouteProblem problem, int seed)
    {
        this.problem = problem;
        plan = new RoutePlan(problem);
        changes = new ChangeSet(problem, plan);
        moves = new RouteMoves(problem, plan, changes, new NearVisits(problem), new SearchRandom(seed));
        bestKeys = new double[problem.Visits];
        bestWorkers = new int[2 * problem.Visits];
        new RouteConstruction(problem, plan).Run();
        KeepIfBest();
    }

    /// <summary>Temperatures in proportion to what a visit costs in a first plan.</summary>
    public static Cooling CoolingOf(RouteState first)
    {
        double perVisit = Math.Max(first.BestCost, 1) / Math.Max(first.problem.Visits, 1);
        return new Cooling(HotShare * perVisit, ColdShare * perVisit);
    }

    public double Cost => plan.Cost;

    public double BestCost { get; private set; } = double.PositiveInfinity;

    public bool TryMove(double limit)
    {
        if (problem.Visits == 0 || !moves.TryPlan(limit))
        {
            return false;
        }

        changes.Apply();
        if (plan.TravelCost <= limit)
        {
            plan.Settle();
            if (plan.Cost <= limit)
            {
                Commit();
                return true;
            }
        }

        plan.Undo();
        return false;
    }

    public bool KeepIfBest()
    {
        if (Cost >= BestCost)
        {
            return false;
        }

        BestCost = Cost;
        for (int visit = 0; visit < problem.Visits; visit++)
        {
            bestKeys[visit] = plan.Key(visit);
            bestWorkers[2 * visit] = plan.Worker(2 * visit);
            bestWorkers[(2 * visit) + 1] = plan.Worker((2 * visit) + 1);
        }

        return true;
    }

    public void Adopt(RouteState other)
    {
        for (int visit = 0; visit < problem.Visits; visit++)
        {
            plan.Lift(visit);
        }

        for (int visit = 0; visit < problem.Visits; visit++)
        {
            plan.Drop(visit, other.bestKeys[visit], other.bestWorkers[2 * visit], other.bestWorkers[(2 * visit) + 1]);
        }

        plan.Settle();
        plan.Commit();
        KeepIfBest();
    }

    /// <summary>The best plan met, which becomes the present one.</summary>
    public IReadOnlyList<IReadOnlyList<(int Seat, double Start)>> BestRoutes()
    {
        Adopt(this);
        return Routes();
    }

    /// <summary>The seats that each worker takes in the present plan, in order, with their starts.</summary>
    public IReadOnlyList<IReadOnlyList<(int Seat, double Start)>> Routes() =>
        [.. Enumerable.Range(0, problem.Workers).Select(worker => Route(worker).Select(seat => (seat, plan.Start(seat))).ToArray())];

    private IEnumerable<int> Route(int worker)
    {
        for (int seat = plan.Next(plan.End(worker)); !plan.IsEnd(seat); seat = plan.Next(seat))
        {
            yield return seat;
        }
    }

    private void Commit()
    {
        plan.Commit();
        if (++kept % KeptBetweenRefreshes == 0)
        {
            plan.Refresh();
        }
    }
}
