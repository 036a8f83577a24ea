namespace Rostering.Solver.Routes;

/// <summary>When a seat starts that could start at a time, and how late that is.</summary>
internal sealed class Windows(RouteProblem problem)
{
    private readonly double latenessWeight = problem.LatenessWeight + problem.WorstLatenessWeight;
    private readonly double waitingWeight = problem.Workdays?.WaitingWeight ?? 0;

    /// <summary>The first opening, or the time itself; where that is late, the next opening if waiting for it costs less.</summary>
    public double Begin(int seat, double time)
    {
        double[] opens = problem.Opens[seat >> 1];
        if (time <= opens[0])
        {
            return opens[0];
        }

        int window = Last(opens, time);
        if (window == opens.Length - 1)
        {
            return time;
        }

        double late = time - problem.Closes[seat][window];
        return late > 0 && late * latenessWeight > (opens[window + 1] - time) * waitingWeight ? opens[window + 1] : time;
    }

    public double Late(int seat, double start) => Math.Max(0, start - problem.Closes[seat][Last(problem.Opens[seat >> 1], start)]);

    /// <summary>How much later a seat could start in the window that it starts in, without being late.</summary>
    public double Left(int seat, double start) => Math.Max(0, problem.Closes[seat][Last(problem.Opens[seat >> 1], start)] - start);

    private static int Last(double[] opens, double time)
    {
        int window = opens.Length - 1;
        while (window > 0 && opens[window] > time)
        {
            window--;
        }

        return window;
    }
}
