namespace Rostering.Solver.Routes;

/// <summary>A first plan: visits in order of their windows, each to those who then cost least.</summary>
internal sealed class RouteConstruction(RouteProblem problem, RoutePlan plan)
{
    public void Run()
    {
        int[] order = [.. Enumerable.Range(0, problem.Visits).OrderBy(visit => problem.Opens[visit][0]).ThenBy(visit => problem.Closes[2 * visit][^1])];
        for (int i = 0; i < order.Length; i++)
        {
            Place(order[i], i);
        }
    }

    private void Place(int visit, double key)
    {
        (double cost, int first, int second) best = (double.PositiveInfinity, -1, -1);
        foreach ((int first, int second) in Teams(visit))
        {
            plan.Drop(visit, key, first, second);
            plan.Settle();
            best = plan.Cost < best.cost ? (plan.Cost, first, second) : best;
            plan.Undo();
        }

        if (best.first < 0 && problem.LeaveOutCost is not null)
        {
            return;
        }

        if (best.first < 0)
        {
            throw new ArgumentException($"Visit {visit} cannot be served: no {problem.Seats[visit]} workers have the skills for it. Take it out of the problem.");
        }

        plan.Drop(visit, key, best.first, best.second);
        plan.Settle();
        plan.Commit();
    }

    private IEnumerable<(int First, int Second)> Teams(int visit) => problem.Seats[visit] == 1
        ? Able(2 * visit).Select(worker => (worker, -1))
        : Able(2 * visit).SelectMany(first => Able((2 * visit) + 1).Where(second => second != first).Select(second => (first, second)));

    private IEnumerable<int> Able(int seat) => Enumerable.Range(0, problem.Workers).Where(worker => problem.May[(seat * problem.Workers) + worker]);
}
