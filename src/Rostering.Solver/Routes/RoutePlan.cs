namespace Rostering.Solver.Routes;

/// <summary>
/// Visits on routes, with every start as early as it can be. A change recomputes only the starts that it moves, in the order of the visits,
/// and can be undone: <see cref="Lift"/> and <see cref="Drop"/> visits, then <see cref="Settle"/>, then <see cref="Commit"/> or <see cref="Undo"/>.
/// </summary>
internal sealed class RoutePlan
{
    private readonly RouteProblem problem;
    private readonly double[] minutes;
    private readonly double[] start;
    private readonly Windows windows;
    private readonly Lunches? lunches;
    private readonly Lateness lateness;
    private readonly WorkdayCosts? workdayCosts;
    private readonly DirtyVisits dirty;
    private readonly RouteClock clock;
    private readonly Stack<(int Id, double Start)> starts = [];
    private double others;
    private double othersBefore;

    public RoutePlan(RouteProblem problem)
    {
        this.problem = problem;
        Rings = new Rings(problem);
        minutes = [.. problem.Minutes, .. new double[problem.Workers]];
        start = [.. Enumerable.Repeat(double.NaN, 2 * problem.Visits), .. problem.Workdays?.ShiftStart ?? new double[problem.Workers]];
        windows = new Windows(problem);
        lunches = problem.Workdays is { } meals ? new Lunches(Rings, meals, problem.Workers) : null;
        workdayCosts = problem.Workdays is { } workdays ? new WorkdayCosts(problem, workdays) : null;
        lateness = new Lateness(2 * problem.Visits);
        dirty = new DirtyVisits(Rings, problem.Visits);
        clock = new RouteClock(problem, this);
        others = problem.LeaveOutCost?.Sum() ?? 0;
        Commit();
    }

    /// <summary>Who takes which seat, and in which order.</summary>
    public Rings Rings { get; }

    /// <summary>What the plan costs once settled.</summary>
    public double Cost => CostWith(0, lateness.Total, lateness.Worst);

    /// <summary>Lower bound of the cost, known as soon as visits are dropped.</summary>
    public double LeastCost => CostOf(Rings.Travelled, 0, 0) + others;

    /// <summary>Cost if so much more were travelled, this were all and the worst lateness, and what else the plan costs stayed.</summary>
    public double CostWith(double moreTravel, double late, double worst) => CostOf(Rings.Travelled + moreTravel, late, worst) + others + (workdayCosts?.Cost ?? 0);

    /// <summary>The worker who is idle longest, as of the last settling.</summary>
    public int Idlest => workdayCosts!.Idlest;

    /// <summary>When a seat starts, or the time from which a worker may leave.</summary>
    public double Start(int id) => start[id];

    public double Minutes(int id) => minutes[id];

    /// <summary>When a seat or a route's beginning is over.</summary>
    public double Free(int id) => start[id] + minutes[id];

    /// <summary>How much later a seat could start without being late.</summary>
    public double MinutesLeft(int seat) => windows.Left(seat, start[seat]);

    /// <summary>Minutes late of all seats.</summary>
    public double Late => lateness.Total;

    /// <summary>Minutes late of the seat that is latest.</summary>
    public double WorstLate => lateness.Worst;

    /// <summary>How late a seat is.</summary>
    public double LateAt(int seat) => lateness.At(seat);

    /// <summary>How late a seat would be if it started at a time.</summary>
    public double LateIf(int seat, double at) => windows.Late(seat, at);

    /// <summary>When a seat would start that is reached at a time, and when its colleague would who arrives as now; NaN where there is none.</summary>
    public (double Start, double Colleague) StartsFrom(int seat, double arrival)
    {
        if (problem.Seats[seat >> 1] == 1)
        {
            return (windows.Begin(seat, arrival), double.NaN);
        }

        double other = Arrival(seat ^ 1);
        (double first, double second) = Together(seat >> 1, (seat & 1) == 0 ? arrival : other, (seat & 1) == 0 ? other : arrival);
        return (seat & 1) == 0 ? (first, second) : (second, first);
    }

    /// <summary>When a seat is over, or when a worker could leave at the earliest.</summary>
    public double FreeAtLeast(int id) => Rings.IsEnd(id) && problem.Workdays is { LeaveInTime: true } workdays ? workdays.ShiftStart[Rings.Worker(id)] : Free(id);

    public double LunchKey(int ofWorker) => lunches?.Key(ofWorker) ?? double.NegativeInfinity;

    /// <summary>When lunch is taken between two neighbours on a route by one who is ready for it at a time; NaN where none is.</summary>
    public double LunchStart(int before, int after, double ready) => lunches?.Start(before, after, ready) ?? double.NaN;

    /// <summary>When a seat would end if it came straight after an id that ends then.</summary>
    public double EndAfter(int before, double free, int seat, out double late)
    {
        double begin = windows.Begin(seat, free + Rings.Between(before, seat));
        late = windows.Late(seat, begin);
        return begin + minutes[seat];
    }

    /// <summary>The other seat of a visit with two, otherwise −1.</summary>
    public int Partner(int seat) => problem.Seats[seat >> 1] == 2 ? seat ^ 1 : -1;

    /// <summary>Takes a visit off its routes.</summary>
    public void Lift(int visit)
    {
        for (int seat = 2 * visit; seat < (2 * visit) + problem.Seats[visit]; seat++)
        {
            others -= SeatCost(seat);
            workdayCosts?.Mark(Rings.Worker(seat));
            MarkSeat(Rings.Unlink(seat));
        }
    }

    /// <summary>Puts a visit on the routes of its workers, where its key says.</summary>
    public void Drop(int visit, double at, int first, int second)
    {
        others -= Rings.IsServed(visit) ? 0 : problem.LeaveOutCost?[visit] ?? 0;
        Rings.Set(visit, at, first, second);
        for (int seat = 2 * visit; seat < (2 * visit) + problem.Seats[visit]; seat++)
        {
            others += SeatCost(seat);
            workdayCosts?.Mark(Rings.Worker(seat));
            MarkSeat(Rings.Link(seat));
        }

        dirty.Mark(visit);
    }

    /// <summary>Leaves a lifted visit out, at its price.</summary>
    public void LeaveOut(int visit)
    {
        others += problem.LeaveOutCost![visit];
        Rings.Set(visit, Rings.Key(visit), -1, -1);
        for (int seat = 2 * visit; seat < (2 * visit) + problem.Seats[visit]; seat++)
        {
            starts.Push((seat, start[seat]));
            start[seat] = double.NaN;
            lateness.Set(seat, 0);
        }
    }

    /// <summary>Lets a worker leave no earlier than a time.</summary>
    public void SetDeparture(int ofWorker, double time)
    {
        int end = Rings.End(ofWorker);
        starts.Push((end, start[end]));
        start[end] = time;
        MarkSeat(Rings.Next(end));
        workdayCosts?.Mark(ofWorker);
    }

    /// <summary>Has a worker take lunch before the first visit with a greater key; negative infinity for no lunch.</summary>
    public void SetLunch(int ofWorker, double at)
    {
        MarkSeat(Rings.FirstFrom(ofWorker, LunchKey(ofWorker)));
        lunches!.Set(ofWorker, at);
        MarkSeat(Rings.FirstFrom(ofWorker, at));
        workdayCosts!.Mark(ofWorker);
    }

    /// <summary>Writes down the workers whose days changed since the last settling, and returns how many they are.</summary>
    public int CopyChangedWorkers(int[] into) => workdayCosts!.CopyStale(into);

    /// <summary>Brings the starts up to date.</summary>
    public void Settle()
    {
        while (dirty.TryTakeFirst(out int visit))
        {
            if (Rings.IsServed(visit))
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
        Rings.Commit();
        starts.Clear();
        lunches?.Commit();
        lateness.Commit();
        workdayCosts?.Commit();
        othersBefore = others;
    }

    /// <summary>Goes back to the last commit.</summary>
    public void Undo()
    {
        Rings.Undo();
        dirty.Clear();
        lunches?.Undo();
        lateness.Undo();
        workdayCosts?.Undo();
        others = othersBefore;
        while (starts.TryPop(out (int Id, double Start) change))
        {
            start[change.Id] = change.Start;
        }
    }

    /// <summary>Numbers the keys afresh, by the clock where no lunch hangs on them, and adds up afresh what was added bit by bit.</summary>
    public void Refresh()
    {
        if (lunches is null)
        {
            Rings.Refresh(clock.Read());
        }
        else
        {
            lunches.Renumber();
            Rings.Refresh();
        }

        lateness.Recount();
        Commit();
    }

    private void MarkSeat(int id)
    {
        if (!Rings.IsEnd(id))
        {
            dirty.Mark(id >> 1);
        }
    }

    private double CostOf(double travel, double late, double worst) =>
        (problem.TravelWeight * travel) + (problem.LatenessWeight * late) + (problem.WorstLatenessWeight * worst);

    private double SeatCost(int seat) => problem.SeatCost is { } costs ? costs[(seat * problem.Workers) + Rings.Worker(seat)] : 0;

    // Each start as early as it can be; where one waits for the other or for a window, both are looked at again.
    private void Time(int visit)
    {
        int seat = 2 * visit;
        if (problem.Seats[visit] == 1)
        {
            SetStart(seat, windows.Begin(seat, Arrival(seat)));
            return;
        }

        (double first, double second) = Together(visit, Arrival(seat), Arrival(seat + 1));
        SetStart(seat + 1, second);
        SetStart(seat, first);
    }

    private (double First, double Second) Together(int visit, double firstArrival, double secondArrival)
    {
        int seat = 2 * visit;
        double first = windows.Begin(seat, firstArrival);
        double second = windows.Begin(seat + 1, Math.Max(secondArrival, first + problem.GapMin[visit]));
        while (second - problem.GapMax[visit] > first)
        {
            first = windows.Begin(seat, second - problem.GapMax[visit]);
            second = windows.Begin(seat + 1, Math.Max(second, first + problem.GapMin[visit]));
        }

        return (first, second);
    }

    private double Arrival(int seat)
    {
        int before = Rings.Previous(seat);
        double ready = start[before] + minutes[before] + Rings.Between(before, seat);
        double lunch = LunchStart(before, seat, ready);
        return double.IsNaN(lunch) ? ready : lunch + problem.Workdays!.LunchMinutes;
    }

    private void SetStart(int seat, double at)
    {
        if (at == start[seat])
        {
            return;
        }

        starts.Push((seat, start[seat]));
        start[seat] = at;
        lateness.Set(seat, windows.Late(seat, at));
        workdayCosts?.Mark(Rings.Worker(seat));
        MarkSeat(Rings.Next(seat));
    }
}
