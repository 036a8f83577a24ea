namespace Rostering.Solver.Routes;

/// <summary>
/// For each visit, those that would go well straight before it and straight after it on a route, best first: little travel, little waiting
/// and no lateness (granular neighbourhoods: Toth and Vigo 2003; their weights of time: Vidal et al. 2013).
/// </summary>
internal sealed class NearVisits
{
    private const int Most = 40;
    private const double WaitingWeight = 0.2;

    /// <summary>By visit: what would go well straight before it; itself where nothing would.</summary>
    public int[][] Before { get; }

    /// <summary>By visit: what would go well straight after it; itself where nothing would.</summary>
    public int[][] After { get; }

    public NearVisits(RouteProblem problem)
    {
        Before = Best(problem, (visit, other) => Distance(problem, other, visit));
        After = Best(problem, (visit, other) => Distance(problem, visit, other));
    }

    private static int[][] Best(RouteProblem problem, Func<int, int, double> distance) =>
    [
        .. Enumerable.Range(0, problem.Visits).Select(visit => Enumerable.Range(0, problem.Visits)
            .Where(other => other != visit && MayShareWorker(problem, visit, other))
            .OrderBy(other => distance(visit, other))
            .Take(Most)
            .DefaultIfEmpty(visit)
            .ToArray()),
    ];

    private static bool MayShareWorker(RouteProblem problem, int a, int b) =>
        Enumerable.Range(0, problem.Workers).Any(worker => May(problem, a, worker) && May(problem, b, worker));

    private static bool May(RouteProblem problem, int visit, int worker) =>
        problem.May[(2 * visit * problem.Workers) + worker] || (problem.Seats[visit] == 2 && problem.May[(((2 * visit) + 1) * problem.Workers) + worker]);

    private static double Distance(RouteProblem problem, int from, int to)
    {
        double travel = problem.MinutesBetween(problem.Place[from], problem.Place[to]);
        double step = problem.Minutes[2 * from] + travel;
        double waiting = Math.Max(0, problem.Opens[to][0] - problem.Closes[2 * from][^1] - step);
        double late = Math.Max(0, problem.Opens[from][0] + step - problem.Closes[2 * to][^1]);
        return travel + (WaitingWeight * waiting) + late;
    }
}
