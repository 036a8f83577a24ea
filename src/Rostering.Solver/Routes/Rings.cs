namespace Rostering.Solver.Routes;

/// <summary>
/// Who takes which seat, and in which order: each worker's route is a ring of seats through one id that is both its ends. All routes keep
/// one order of visits, given by a key of each visit, so that two visits that each wait for the other cannot arise. Changes can be undone.
/// </summary>
/// <remarks>Ids below 2 × visits are seats; 2 × visits + w is both ends of worker w's route.</remarks>
internal sealed class Rings
{
    private readonly int seatCount;
    private readonly int[] outPlace;
    private readonly int[] inPlace;
    private readonly double[] travel;
    private readonly int places;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] worker;
    private readonly double[] key;
    private readonly double[] sorted;
    private readonly int[] order;
    private readonly Stack<(int Before, int Next, int After, int Previous)> joins = [];
    private readonly Stack<(int Visit, double Key, int First, int Second)> visits = [];
    private double travelledBefore;

    public Rings(RouteProblem problem)
    {
        seatCount = 2 * problem.Visits;
        int ids = seatCount + problem.Workers;
        outPlace = [.. problem.Place.SelectMany(place => new[] { place, place }), .. problem.Departs];
        inPlace = [.. problem.Place.SelectMany(place => new[] { place, place }), .. problem.Returns];
        (travel, places) = (problem.Travel, problem.Places);
        next = [.. Enumerable.Range(0, ids)];
        previous = [.. Enumerable.Range(0, ids)];
        worker = [.. Enumerable.Range(0, ids).Select(id => id < seatCount ? -1 : id - seatCount)];
        key = [.. Enumerable.Range(0, problem.Visits).Select(v => (double)v)];
        (sorted, order) = (new double[problem.Visits], new int[problem.Visits]);
        Travelled = travelledBefore = AllTravel();
    }

    /// <summary>Minutes of travel on all routes.</summary>
    public double Travelled { get; private set; }

    /// <summary>By visit: its place in the order.</summary>
    public ReadOnlySpan<double> Keys => key;

    public int Next(int id) => next[id];

    public int Previous(int id) => previous[id];

    /// <summary>The worker of a seat, −1 where nobody takes it, or of a route's ends.</summary>
    public int Worker(int id) => worker[id];

    public bool IsServed(int visit) => worker[2 * visit] >= 0;

    public bool IsEnd(int id) => id >= seatCount;

    public int End(int ofWorker) => seatCount + ofWorker;

    public double Key(int visit) => key[visit];

    /// <summary>A seat's key, or what stands for the key of a route's end.</summary>
    public double KeyOr(int id, double otherwise) => IsEnd(id) ? otherwise : key[id >> 1];

    /// <summary>Travel from one seat or end to another.</summary>
    public double Between(int from, int to) => travel[(outPlace[from] * places) + inPlace[to]];

    /// <summary>Gives a visit a key and workers, before its seats are linked; −1 for nobody.</summary>
    public void Set(int visit, double at, int first, int second)
    {
        visits.Push((visit, key[visit], worker[2 * visit], worker[(2 * visit) + 1]));
        key[visit] = at;
        worker[2 * visit] = first;
        worker[(2 * visit) + 1] = second;
    }

    /// <summary>Takes a seat off its route; returns what came after it.</summary>
    public int Unlink(int seat)
    {
        int before = previous[seat];
        int after = next[seat];
        Travelled += Between(before, after) - Between(before, seat) - Between(seat, after);
        Join(before, after);
        return after;
    }

    /// <summary>Puts a seat on its worker's route, where its key says; returns what comes after it.</summary>
    public int Link(int seat)
    {
        int after = FirstFrom(worker[seat], key[seat >> 1]);
        int before = previous[after];
        Travelled += Between(before, seat) + Between(seat, after) - Between(before, after);
        Join(before, seat);
        Join(seat, after);
        return after;
    }

    /// <summary>The first seat of a route whose key is no less than one, or the route's end.</summary>
    public int FirstFrom(int ofWorker, double least)
    {
        int seat = next[seatCount + ofWorker];
        while (seat < seatCount && key[seat >> 1] < least)
        {
            seat = next[seat];
        }

        return seat;
    }

    /// <summary>Numbers the keys afresh, which halving wears out, in their order, and adds up travel afresh.</summary>
    public void Refresh() => Refresh(key);

    /// <summary>Numbers the keys afresh in the order of some times that rise along every route, and adds up travel afresh.</summary>
    /// <param name="times">By visit.</param>
    public void Refresh(double[] times)
    {
        times.CopyTo(sorted, 0);
        for (int visit = 0; visit < order.Length; visit++)
        {
            order[visit] = visit;
        }

        Array.Sort(sorted, order);
        for (int i = 0; i < order.Length; i++)
        {
            key[order[i]] = i;
        }

        Travelled = AllTravel();
    }

    /// <summary>Writes down all visits in the order of their keys.</summary>
    public void CopyOrder(int[] into)
    {
        key.CopyTo(sorted, 0);
        for (int visit = 0; visit < into.Length; visit++)
        {
            into[visit] = visit;
        }

        Array.Sort(sorted, into);
    }

    public void Commit()
    {
        joins.Clear();
        visits.Clear();
        travelledBefore = Travelled;
    }

    public void Undo()
    {
        while (joins.TryPop(out (int Before, int Next, int After, int Previous) join))
        {
            next[join.Before] = join.Next;
            previous[join.After] = join.Previous;
        }

        while (visits.TryPop(out (int Visit, double Key, int First, int Second) change))
        {
            key[change.Visit] = change.Key;
            worker[2 * change.Visit] = change.First;
            worker[(2 * change.Visit) + 1] = change.Second;
        }

        Travelled = travelledBefore;
    }

    private void Join(int before, int after)
    {
        joins.Push((before, next[before], after, previous[after]));
        next[before] = after;
        previous[after] = before;
    }

    private double AllTravel()
    {
        double sum = 0;
        for (int id = 0; id < next.Length; id++)
        {
            sum += worker[id] >= 0 ? Between(id, next[id]) : 0;
        }

        return sum;
    }
}
