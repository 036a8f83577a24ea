namespace Rostering.Solver.Routes;

/// <summary>Visits that a move will put elsewhere: their new keys and workers, before anything is done to the plan.</summary>
internal sealed class ChangeSet(RouteProblem problem, RoutePlan plan)
{
    private readonly int[] visits = new int[problem.Visits];
    private readonly double[] keys = new double[problem.Visits];
    private readonly int[] workers = new int[2 * problem.Visits];
    private (int Worker, double Time)? departure;
    private (int Worker, double Key)? lunch;
    private int count;

    /// <summary>Whether those who are given other visits leave no earlier than before.</summary>
    public bool KeepsDepartures { get; set; }

    public void Clear() => (count, departure, lunch, KeepsDepartures) = (0, null, null, false);

    public void SetDeparture(int worker, double time) => (departure, KeepsDepartures) = ((worker, time), true);

    public void SetLunch(int worker, double key) => lunch = (worker, key);

    /// <summary>Plans to leave a visit out.</summary>
    public void LeaveOut(int visit)
    {
        int at = 2 * Find(visit);
        (workers[at], workers[at + 1]) = (-1, -1);
    }

    /// <summary>Whether a worker may take a seat.</summary>
    public bool May(int seat, int worker) => problem.May[(seat * problem.Workers) + worker];

    /// <summary>Plans a seat for a worker; a colleague at the same visit who is that worker takes the seat's old worker's place.</summary>
    /// <returns>False where that cannot be.</returns>
    public bool TrySeat(int seat, int worker)
    {
        if (!May(seat, worker))
        {
            return false;
        }

        int at = 2 * Find(seat >> 1);
        int own = at + (seat & 1);
        int partner = plan.Partner(seat);
        if (partner >= 0 && workers[own ^ 1] == worker)
        {
            if (!May(partner, workers[own]))
            {
                return false;
            }

            workers[own ^ 1] = workers[own];
        }

        workers[own] = worker;
        return true;
    }

    /// <summary>Plans a whole visit.</summary>
    public void Set(int visit, double key, int first, int second)
    {
        int at = Find(visit);
        (keys[at], workers[2 * at], workers[(2 * at) + 1]) = (key, first, second);
    }

    public void SetKey(int visit, double key) => keys[Find(visit)] = key;

    /// <summary>Does what was planned; the plan is not settled.</summary>
    public void Apply()
    {
        for (int i = 0; i < count; i++)
        {
            if (plan.Rings.IsServed(visits[i]))
            {
                plan.Lift(visits[i]);
            }
        }

        for (int i = 0; i < count; i++)
        {
            Place(i);
        }

        if (departure is { } leaving)
        {
            plan.SetDeparture(leaving.Worker, leaving.Time);
        }

        if (lunch is { } meal)
        {
            plan.SetLunch(meal.Worker, meal.Key);
        }
    }

    private void Place(int i)
    {
        if (workers[2 * i] >= 0)
        {
            plan.Drop(visits[i], keys[i], workers[2 * i], workers[(2 * i) + 1]);
        }
        else if (plan.Rings.IsServed(visits[i]))
        {
            plan.LeaveOut(visits[i]);
        }
    }

    private int Find(int visit)
    {
        int found = visits.AsSpan(0, count).IndexOf(visit);
        if (found >= 0)
        {
            return found;
        }

        visits[count] = visit;
        keys[count] = plan.Rings.Key(visit);
        workers[2 * count] = plan.Rings.Worker(2 * visit);
        workers[(2 * count) + 1] = plan.Rings.Worker((2 * visit) + 1);
        return count++;
    }
}
