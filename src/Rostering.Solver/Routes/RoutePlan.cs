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
    private const double StayingShare = 0.8;
    private readonly RouteProblem problem;
    private readonly int seatCount;
    private readonly int[] outPlace;
    private readonly int[] inPlace;
    private readonly double[] travel;
    private readonly int places;
    private readonly double[] minutes;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] worker;
    private readonly double[] key;
    private readonly double[] start;
    private readonly double[] lunchKey;
    private readonly Windows windows;
    private readonly Lateness lateness;
    private readonly WorkdayCosts? workdayCosts;
    private readonly DirtyVisits dirty;
    private readonly Journal journal;
    private double travelled;
    private double travelledBefore;
    private double others;
    private double othersBefore;

    public RoutePlan(RouteProblem problem)
    {
        this.problem = problem;
        seatCount = 2 * problem.Visits;
        int ids = seatCount + problem.Workers;
        outPlace = [.. problem.Place.SelectMany(place => new[] { place, place }), .. problem.Departs];
        inPlace = [.. problem.Place.SelectMany(place => new[] { place, place }), .. problem.Returns];
        (travel, places) = (problem.Travel, problem.Places);
        minutes = [.. problem.Minutes, .. new double[problem.Workers]];
        next = [.. Enumerable.Range(0, ids)];
        previous = [.. Enumerable.Range(0, ids)];
        worker = [.. Enumerable.Range(0, ids).Select(id => id < seatCount ? -1 : id - seatCount)];
        key = [.. Enumerable.Range(0, problem.Visits).Select(v => (double)v)];
        start = [.. Enumerable.Repeat(double.NaN, seatCount), .. problem.Workdays?.ShiftStart ?? new double[problem.Workers]];
        lunchKey = [.. Enumerable.Repeat(double.NegativeInfinity, problem.Workers)];
        windows = new Windows(problem);
        workdayCosts = problem.Workdays is { } workdays ? new WorkdayCosts(problem, workdays) : null;
        others = problem.LeaveOutCost?.Sum() ?? 0;
        travelled = Enumerable.Range(seatCount, problem.Workers).Sum(end => Between(end, end));
        lateness = new Lateness(seatCount);
        dirty = new DirtyVisits(key);
        journal = new Journal();
        Commit();
    }

    /// <summary>What the plan costs once settled.</summary>
    public double Cost => CostOf(travelled, lateness.Total, lateness.Worst) + others + (workdayCosts?.Cost ?? 0);

    /// <summary>Lower bound of the cost, known as soon as visits are dropped.</summary>
    public double LeastCost => CostOf(travelled, 0, 0) + others;

    /// <summary>Cost if so much more were travelled, this were all and the worst lateness, and most of what else the plan costs stayed.</summary>
    public double CostWith(double moreTravel, double late, double worst) =>
        CostOf(travelled + moreTravel, late, worst) + (StayingShare * (others + (workdayCosts?.Cost ?? 0)));

    public int Next(int id) => next[id];

    public int Previous(int id) => previous[id];

    /// <summary>The worker of a seat, or of a route's ends.</summary>
    public int Worker(int id) => worker[id];

    public double Start(int seat) => start[seat];

    public double Minutes(int id) => minutes[id];

    public double Key(int visit) => key[visit];

    public bool IsServed(int visit) => worker[2 * visit] >= 0;

    public double LunchKey(int ofWorker) => lunchKey[ofWorker];

    public bool IsEnd(int id) => id >= seatCount;

    public int End(int ofWorker) => seatCount + ofWorker;

    /// <summary>Travel from one seat or end to another.</summary>
    public double Between(int from, int to) => travel[(outPlace[from] * places) + inPlace[to]];

    /// <summary>When a seat would end if it came straight after an id that ends then.</summary>
    public double EndAfter(int before, double free, int seat, out double late)
    {
        double begin = windows.Begin(seat, free + Between(before, seat));
        late = windows.Late(seat, begin);
        return begin + minutes[seat];
    }

    /// <summary>When a seat or a route's beginning is over.</summary>
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
        others -= IsServed(visit) ? 0 : problem.LeaveOutCost?[visit] ?? 0;
        journal.Record(visit, key[visit], worker[2 * visit], worker[(2 * visit) + 1]);
        key[visit] = at;
        Link(2 * visit, first);
        if (problem.Seats[visit] == 2)
        {
            Link((2 * visit) + 1, second);
        }

        dirty.Mark(visit);
    }

    /// <summary>Leaves a lifted visit out, at its price.</summary>
    public void LeaveOut(int visit)
    {
        others += problem.LeaveOutCost![visit];
        journal.Record(visit, key[visit], worker[2 * visit], worker[(2 * visit) + 1]);
        for (int seat = 2 * visit; seat < 2 * visit + problem.Seats[visit]; seat++)
        {
            worker[seat] = -1;
            journal.Record(seat, start[seat]);
            start[seat] = double.NaN;
            lateness.Set(seat, 0);
        }
    }

    /// <summary>Lets a worker leave no earlier than a time.</summary>
    public void SetDeparture(int ofWorker, double time)
    {
        int end = End(ofWorker);
        journal.Record(end, start[end]);
        start[end] = time;
        MarkSeat(next[end]);
        workdayCosts?.Mark(ofWorker);
    }

    /// <summary>Has a worker take lunch before the first visit with a greater key; negative infinity for no lunch.</summary>
    public void SetLunch(int ofWorker, double at)
    {
        journal.RecordLunch(ofWorker, lunchKey[ofWorker]);
        MarkSeat(AfterLunch(ofWorker));
        lunchKey[ofWorker] = at;
        MarkSeat(AfterLunch(ofWorker));
        workdayCosts?.Mark(ofWorker);
    }

    /// <summary>Whether lunch is to be taken between two neighbours on a route.</summary>
    public bool HasLunch(int before, int after)
    {
        double lunch = lunchKey[worker[before]];
        return lunch > KeyOr(before, double.NegativeInfinity) && lunch <= KeyOr(after, double.PositiveInfinity);
    }

    /// <summary>When lunch starts for one who is ready at a time; NaN where it is then too late for it.</summary>
    public double LunchStart(double ready)
    {
        double begin = Math.Max(ready, problem.Workdays!.LunchOpens);
        return begin <= problem.Workdays.LunchCloses ? begin : double.NaN;
    }

    /// <summary>A seat's key, or what stands for the key of a route's end.</summary>
    public double KeyOr(int id, double otherwise) => IsEnd(id) ? otherwise : key[id >> 1];

    /// <summary>Brings the starts up to date.</summary>
    public void Settle()
    {
        while (dirty.TryTakeFirst(out int visit))
        {
            if (IsServed(visit))
            {
                Time(visit);
            }
        }

        lateness.Settle();
        workdayCosts?.Settle(this);
    }

    /// <summary>Makes what was changed permanent.</summary>
    public void Commit()
    {
        journal.Clear();
        lateness.Commit();
        workdayCosts?.Commit();
        (travelledBefore, othersBefore) = (travelled, others);
    }

    /// <summary>Goes back to the last commit.</summary>
    public void Undo()
    {
        dirty.Clear();
        journal.Undo(next, previous, worker, key, start, lunchKey);
        lateness.Undo();
        workdayCosts?.Undo();
        (travelled, others) = (travelledBefore, othersBefore);
    }

    /// <summary>Numbers the keys afresh in their order, which halving wears out, and adds up afresh what was added bit by bit.</summary>
    public void Refresh()
    {
        int[] order = [.. Enumerable.Range(0, key.Length)];
        double[] sorted = (double[])key.Clone();
        Array.Sort(sorted, order);
        for (int i = 0; i < order.Length; i++)
        {
            key[order[i]] = i;
        }

        for (int i = 0; i < lunchKey.Length; i++)
        {
            lunchKey[i] = double.IsInfinity(lunchKey[i]) ? lunchKey[i] : sorted.Count(at => at < lunchKey[i]) - 0.5;
        }

        travelled = Enumerable.Range(0, next.Length).Where(id => worker[id] >= 0).Sum(id => Between(id, next[id]));
        lateness.Recount();
        Commit();
    }

    private void Unlink(int seat)
    {
        int before = previous[seat];
        int after = next[seat];
        others -= SeatCost(seat);
        workdayCosts?.Mark(worker[seat]);
        travelled += Between(before, after) - Between(before, seat) - Between(seat, after);
        Join(before, after);
        MarkSeat(after);
    }

    private void Link(int seat, int onto)
    {
        worker[seat] = onto;
        others += SeatCost(seat);
        workdayCosts?.Mark(onto);
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

    private double SeatCost(int seat) => problem.SeatCost is { } costs ? costs[(seat * problem.Workers) + worker[seat]] : 0;

    private int AfterLunch(int ofWorker)
    {
        int end = End(ofWorker);
        int seat = next[end];
        while (!IsEnd(seat) && key[seat >> 1] < lunchKey[ofWorker])
        {
            seat = next[seat];
        }

        return seat;
    }

    // Each start as early as it can be; where one waits for the other or for a window, both are looked at again.
    private void Time(int visit)
    {
        int seat = 2 * visit;
        double first = windows.Begin(seat, Arrival(seat));
        if (problem.Seats[visit] == 2)
        {
            double second = windows.Begin(seat + 1, Math.Max(Arrival(seat + 1), first + problem.GapMin[visit]));
            while (second - problem.GapMax[visit] > first)
            {
                first = windows.Begin(seat, second - problem.GapMax[visit]);
                second = windows.Begin(seat + 1, Math.Max(second, first + problem.GapMin[visit]));
            }

            SetStart(seat + 1, second);
        }

        SetStart(seat, first);
    }

    private double Arrival(int seat)
    {
        int before = previous[seat];
        double ready = start[before] + minutes[before] + Between(before, seat);
        return workdayCosts is not null && HasLunch(before, seat) && LunchStart(ready) is var lunch && !double.IsNaN(lunch)
            ? lunch + problem.Workdays!.LunchMinutes
            : ready;
    }

    private void SetStart(int seat, double at)
    {
        if (at == start[seat])
        {
            return;
        }

        journal.Record(seat, start[seat]);
        start[seat] = at;
        lateness.Set(seat, windows.Late(seat, at));
        workdayCosts?.Mark(worker[seat]);
        MarkSeat(next[seat]);
    }
}
