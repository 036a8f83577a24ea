namespace Rostering.Solver.Routes;

/// <summary>
/// Visits on routes, with every start as early as it can be. All routes keep one order of visits, given by a key of each visit, so that two
/// visits that each wait for the other cannot arise. A change recomputes only the starts that it moves, in key order; it can be undone.
/// </summary>
/// <remarks>
/// Ids below 2 × visits are seats; 2 × visits + w is both ends of worker w's route, which is a ring through it.
/// Change: <see cref="Lift"/> and <see cref="Drop"/> visits, then <see cref="Settle"/>, then <see cref="Commit"/> or <see cref="Undo"/>.
/// </remarks>
internal sealed class RoutePlan
{
    private readonly RouteProblem problem;
    private readonly int seatCount;
    private readonly int[] place;
    private readonly double[] travel;
    private readonly int places;
    private readonly double[] minutes;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] worker;
    private readonly double[] key;
    private readonly double[] start;
    private readonly Lateness lateness;
    private readonly DirtyVisits dirty;
    private readonly Journal journal;
    private double travelled;
    private double travelledBefore;

    public RoutePlan(RouteProblem problem)
    {
        this.problem = problem;
        seatCount = 2 * problem.Visits;
        int ids = seatCount + problem.Workers;
        place = [.. Enumerable.Range(0, ids).Select(id => id < seatCount ? (id / 2) + 1 : 0)];
        (travel, places) = (problem.Travel, problem.Places);
        minutes = [.. problem.Minutes, .. new double[problem.Workers]];
        next = [.. Enumerable.Range(0, ids)];
        previous = [.. Enumerable.Range(0, ids)];
        worker = [.. Enumerable.Range(0, ids).Select(id => id < seatCount ? -1 : id - seatCount)];
        key = [.. Enumerable.Range(0, problem.Visits).Select(v => (double)v)];
        start = new double[ids];
        lateness = new Lateness(seatCount);
        dirty = new DirtyVisits(key);
        journal = new Journal();
    }

    /// <summary>What the plan costs once settled.</summary>
    public double Cost => CostOf(travelled, lateness.Total, lateness.Worst);

    /// <summary>Lower bound of the cost, known as soon as visits are dropped: travel alone.</summary>
    public double TravelCost => CostOf(travelled, 0, 0);

    /// <summary>Cost if so much more were travelled, and this were all and the worst lateness.</summary>
    public double CostWith(double moreTravel, double late, double worst) => CostOf(travelled + moreTravel, late, worst);

    public int Next(int id) => next[id];

    public int Previous(int id) => previous[id];

    /// <summary>The worker of a seat, or of a route's ends.</summary>
    public int Worker(int id) => worker[id];

    public double Start(int seat) => start[seat];

    public double Key(int visit) => key[visit];

    public bool IsEnd(int id) => id >= seatCount;

    public int End(int ofWorker) => seatCount + ofWorker;

    /// <summary>Travel from one seat or end to another.</summary>
    public double Between(int from, int to) => travel[(place[from] * places) + place[to]];

    /// <summary>When a seat would end if it came straight after an id that ends then.</summary>
    public double EndAfter(int before, double free, int seat, out double late)
    {
        double begin = Math.Max(problem.Earliest[seat >> 1], free + Between(before, seat));
        late = Math.Max(0, begin - problem.Latest[seat >> 1]);
        return begin + minutes[seat];
    }

    public double Free(int id) => start[id] + minutes[id];

    /// <summary>The other seat of a visit with two, otherwise −1.</summary>
    public int Partner(int seat) => problem.Seats[seat >> 1] == 2 ? seat ^ 1 : -1;

    /// <summary>Takes a visit off its routes.</summary>
    public void Lift(int visit)
    {
        Unlink(2 * visit);
        if (problem.Seats[visit] == 2)
        {
            Unlink((2 * visit) + 1);
        }
    }

    /// <summary>Puts a visit on the routes of its workers, where its key says.</summary>
    public void Drop(int visit, double at, int first, int second)
    {
        journal.Record(visit, key[visit], worker[2 * visit], worker[(2 * visit) + 1]);
        key[visit] = at;
        Link(2 * visit, first);
        if (problem.Seats[visit] == 2)
        {
            Link((2 * visit) + 1, second);
        }

        dirty.Mark(visit);
    }

    /// <summary>Brings the starts up to date.</summary>
    public void Settle()
    {
        while (dirty.TryTakeFirst(out int visit))
        {
            Time(visit);
        }

        lateness.Settle();
    }

    /// <summary>Makes what was changed permanent.</summary>
    public void Commit()
    {
        journal.Clear();
        lateness.Commit();
        travelledBefore = travelled;
    }

    /// <summary>Goes back to the last commit.</summary>
    public void Undo()
    {
        dirty.Clear();
        journal.Undo(next, previous, worker, key, start);
        lateness.Undo();
        travelled = travelledBefore;
    }

    /// <summary>Numbers the keys afresh in their order, which halving wears out, and adds up afresh what was added bit by bit.</summary>
    public void Refresh()
    {
        int[] order = [.. Enumerable.Range(0, key.Length)];
        Array.Sort((double[])key.Clone(), order);
        for (int i = 0; i < order.Length; i++)
        {
            key[order[i]] = i;
        }

        travelled = Enumerable.Range(0, next.Length).Where(id => worker[id] >= 0).Sum(id => Between(id, next[id]));
        lateness.Recount();
        Commit();
    }

    private void Unlink(int seat)
    {
        int before = previous[seat];
        int after = next[seat];
        travelled += Between(before, after) - Between(before, seat) - Between(seat, after);
        Join(before, after);
        MarkSeat(after);
    }

    private void Link(int seat, int onto)
    {
        worker[seat] = onto;
        double at = key[seat >> 1];
        int after = next[seatCount + onto];
        while (after < seatCount && key[after >> 1] < at)
        {
            after = next[after];
        }

        int before = previous[after];
        travelled += Between(before, seat) + Between(seat, after) - Between(before, after);
        Join(before, seat);
        Join(seat, after);
        MarkSeat(after);
    }

    private void Join(int before, int after)
    {
        journal.Record(before, next[before], after, previous[after]);
        next[before] = after;
        previous[after] = before;
    }

    private void MarkSeat(int seat)
    {
        if (seat < seatCount)
        {
            dirty.Mark(seat >> 1);
        }
    }

    private double CostOf(double travel, double late, double worst) =>
        (problem.TravelWeight * travel) + (problem.LatenessWeight * late) + (problem.WorstLatenessWeight * worst);

    private void Time(int visit)
    {
        int seat = 2 * visit;
        double first = Math.Max(problem.Earliest[visit], Arrival(seat));
        if (problem.Seats[visit] == 2)
        {
            double second = Math.Max(Math.Max(problem.Earliest[visit], Arrival(seat + 1)), first + problem.GapMin[visit]);
            first = Math.Max(first, second - problem.GapMax[visit]);
            SetStart(seat + 1, second);
        }

        SetStart(seat, first);
    }

    private double Arrival(int seat)
    {
        int before = previous[seat];
        return start[before] + minutes[before] + Between(before, seat);
    }

    private void SetStart(int seat, double at)
    {
        if (at == start[seat])
        {
            return;
        }

        journal.Record(seat, start[seat]);
        start[seat] = at;
        lateness.Set(seat, at - problem.Latest[seat >> 1]);
        MarkSeat(next[seat]);
    }
}
