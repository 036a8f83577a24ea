namespace Rostering.Solver.Routes;

/// <summary>
/// A time for each visit, in minutes and close to when it starts, that rises along every route. Keys in the order of these times say the
/// same on all routes, so that a double visit which is put elsewhere on one route comes to a time that suits on the other.
/// </summary>
internal sealed class RouteClock(RouteProblem problem, RoutePlan plan)
{
    private const double LeastStep = 1e-6;
    private readonly Rings rings = plan.Rings;
    private readonly int[] order = new int[problem.Visits];
    private readonly double[] times = new double[problem.Visits];

    /// <summary>The times of the settled plan, by visit; the opening of the window where nobody makes it. Good until read again.</summary>
    public double[] Read()
    {
        rings.CopyOrder(order);
        foreach (int visit in order)
        {
            times[visit] = rings.IsServed(visit) ? Time(visit) : problem.Opens[visit][0];
        }

        return times;
    }

    private double Time(int visit)
    {
        int seat = 2 * visit;
        return problem.Seats[visit] == 1
            ? Math.Max(plan.Start(seat), After(seat))
            : Math.Max((plan.Start(seat) + plan.Start(seat + 1)) / 2, Math.Max(After(seat), After(seat + 1)));
    }

    private double After(int seat)
    {
        int before = rings.Previous(seat);
        return rings.IsEnd(before) ? double.NegativeInfinity : times[before >> 1] + LeastStep;
    }
}
