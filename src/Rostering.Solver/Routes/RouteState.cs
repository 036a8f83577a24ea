using Rostering.Solver.Search;

namespace Rostering.Solver.Routes;

/// <summary>A plan of routes as annealing changes it, with the best plan met.</summary>
public sealed class RouteState : IIslandState<RouteState>
{
    private const int KeptBetweenRefreshes = 500;
    private const double HotShare = 1.8;
    private const double ColdShare = 0.02;
    private const int DescentMovesPerVisit = 400;
    private const int VisitsForOneCycle = 100;
    private readonly RouteProblem problem;
    private readonly RoutePlan plan;
    private readonly ChangeSet changes;
    private readonly RouteMoves moves;
    private readonly Departures? departures;
    private readonly double[] bestKeys;
    private readonly int[] bestWorkers;
    private readonly double[] bestDepartures;
    private readonly double[] bestLunches;
    private int kept;

    public RouteState(RouteProblem problem, int seed)
    {
        this.problem = problem;
        plan = new RoutePlan(problem);
        changes = new ChangeSet(problem, plan);
        departures = problem.Workdays is { LeaveInTime: true } workdays ? new Departures(problem, plan, workdays) : null;
        moves = new RouteMoves(problem, plan, changes, new NearVisits(problem), new SearchRandom(seed));
        bestKeys = new double[problem.Visits];
        bestWorkers = new int[2 * problem.Visits];
        bestDepartures = new double[problem.Workers];
        bestLunches = new double[problem.Workers];
        new RouteConstruction(problem, plan).Run();
        KeepIfBest();
    }

    /// <summary>Temperatures in proportion to what a visit costs once a first descent is over; the state makes that descent.</summary>
    public static Cooling CoolingOf(RouteState first)
    {
        for (int move = 0; move < DescentMovesPerVisit * first.problem.Visits; move++)
        {
            if (first.TryMove(first.Cost))
            {
                first.KeepIfBest();
            }
        }

        double perVisit = Math.Max(first.BestCost, 1) / Math.Max(first.problem.Visits, 1);
        return new Cooling(HotShare * perVisit, ColdShare * perVisit, Math.Max(1, VisitsForOneCycle / Math.Max(first.problem.Visits, 1)));
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
        if (plan.LeastCost <= limit)
        {
            Settle();
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
            bestKeys[visit] = plan.Rings.Key(visit);
            bestWorkers[2 * visit] = plan.Rings.Worker(2 * visit);
            bestWorkers[(2 * visit) + 1] = plan.Rings.Worker((2 * visit) + 1);
        }

        for (int worker = 0; worker < problem.Workers; worker++)
        {
            bestDepartures[worker] = plan.Start(plan.Rings.End(worker));
            bestLunches[worker] = plan.LunchKey(worker);
        }

        return true;
    }

    public void Adopt(RouteState other)
    {
        changes.Clear();
        for (int visit = 0; visit < problem.Visits; visit++)
        {
            changes.Set(visit, other.bestKeys[visit], other.bestWorkers[2 * visit], other.bestWorkers[(2 * visit) + 1]);
        }

        changes.Apply();
        for (int worker = 0; worker < problem.Workers; worker++)
        {
            plan.SetDeparture(worker, other.bestDepartures[worker]);
            if (problem.Workdays is not null)
            {
                plan.SetLunch(worker, other.bestLunches[worker]);
            }
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

    /// <summary>When a worker has lunch in the present plan, and before which seat; a seat of −1 is the way home. Null for no lunch.</summary>
    public (int Before, double Start)? Lunch(int worker)
    {
        int end = plan.Rings.End(worker);
        int before = end;
        do
        {
            int seat = plan.Rings.Next(before);
            double start = plan.LunchStart(before, seat, plan.Free(before) + (plan.Rings.IsEnd(seat) ? 0 : plan.Rings.Between(before, seat)));
            if (!double.IsNaN(start))
            {
                return (plan.Rings.IsEnd(seat) ? -1 : seat, start);
            }

            before = seat;
        }
        while (before != end);
        return null;
    }

    private IEnumerable<int> Route(int worker)
    {
        for (int seat = plan.Rings.Next(plan.Rings.End(worker)); !plan.Rings.IsEnd(seat); seat = plan.Rings.Next(seat))
        {
            yield return seat;
        }
    }

    private void Settle()
    {
        if (departures is null)
        {
            plan.Settle();
        }
        else
        {
            departures.Settle(changes.KeepsDepartures);
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
