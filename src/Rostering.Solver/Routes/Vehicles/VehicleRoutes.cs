namespace Rostering.Solver.Routes.Vehicles;

/// <summary>
/// Routes that keep every window and capacity, with the earliest and the latest start of each stop, so that an insertion is checked by
/// looking at two neighbours (Savelsbergh 1992). Routes touched since the last commit can be put back.
/// </summary>
internal sealed class VehicleRoutes
{
    private readonly VehicleProblem problem;
    private readonly int[][] stops;
    private readonly int[][] saved;
    private readonly int[] savedCount;
    private readonly bool[] touched;
    private readonly int[] touchedList;
    private readonly double[] early;
    private readonly double[] late;
    private readonly int[] route;
    private int touchedCount;

    public VehicleRoutes(VehicleProblem problem)
    {
        this.problem = problem;
        stops = [.. Enumerable.Range(0, problem.Vehicles).Select(_ => new int[problem.Stops])];
        saved = [.. Enumerable.Range(0, problem.Vehicles).Select(_ => new int[problem.Stops])];
        savedCount = new int[problem.Vehicles];
        touched = new bool[problem.Vehicles];
        touchedList = new int[problem.Vehicles];
        Count = new int[problem.Vehicles];
        Load = new double[problem.Vehicles];
        early = new double[problem.Stops];
        late = new double[problem.Stops];
        route = new int[problem.Stops];
        Array.Fill(route, -1);
    }

    /// <summary>Stops on each route.</summary>
    public int[] Count { get; }

    /// <summary>Demand on each route.</summary>
    public double[] Load { get; }

    public ReadOnlySpan<int> Stops(int vehicle) => stops[vehicle].AsSpan(0, Count[vehicle]);

    /// <summary>The route of a stop, −1 where none serves it.</summary>
    public int RouteOf(int stop) => route[stop];

    /// <summary>Travel that a stop adds at a position; infinite where it does not fit in time.</summary>
    public double Added(int stop, int vehicle, int at)
    {
        int before = at == 0 ? 0 : stops[vehicle][at - 1];
        int after = at == Count[vehicle] ? 0 : stops[vehicle][at];
        double to = problem.Between(before, stop);
        double start = Math.Max(problem.Earliest[stop], Free(before) + to);
        double from = problem.Between(stop, after);
        bool fits = start <= problem.Latest[stop] && start + problem.Service[stop] + from <= LatestStart(after);
        return fits ? to + from - problem.Between(before, after) : double.PositiveInfinity;
    }

    /// <summary>Whether a stop comes too late at a position and so at all after it.</summary>
    public bool TooLateAfter(int stop, int vehicle, int at) => at > 0 && Free(stops[vehicle][at - 1]) > problem.Latest[stop];

    public void Insert(int stop, int vehicle, int at)
    {
        Touch(vehicle);
        int[] row = stops[vehicle];
        Array.Copy(row, at, row, at + 1, Count[vehicle] - at);
        row[at] = stop;
        Count[vehicle]++;
        Refresh(vehicle);
    }

    public void Remove(int vehicle, int at, int count)
    {
        Touch(vehicle);
        int[] row = stops[vehicle];
        for (int i = at; i < at + count; i++)
        {
            route[row[i]] = -1;
        }

        Array.Copy(row, at + count, row, at, Count[vehicle] - at - count);
        Count[vehicle] -= count;
        Refresh(vehicle);
    }

    /// <summary>Travel of all routes, added up afresh.</summary>
    public double Travelled()
    {
        double travelled = 0;
        for (int vehicle = 0; vehicle < Count.Length; vehicle++)
        {
            int place = 0;
            foreach (int stop in Stops(vehicle))
            {
                travelled += problem.Between(place, stop);
                place = stop;
            }

            travelled += problem.Between(place, 0);
        }

        return travelled;
    }

    public void Commit()
    {
        while (touchedCount > 0)
        {
            touched[touchedList[--touchedCount]] = false;
        }
    }

    public void Undo()
    {
        for (int i = 0; i < touchedCount; i++)
        {
            foreach (int stop in Stops(touchedList[i]))
            {
                route[stop] = -1;
            }
        }

        while (touchedCount > 0)
        {
            int vehicle = touchedList[--touchedCount];
            touched[vehicle] = false;
            Count[vehicle] = savedCount[vehicle];
            Array.Copy(saved[vehicle], stops[vehicle], Count[vehicle]);
            Refresh(vehicle);
        }
    }

    private void Touch(int vehicle)
    {
        if (touched[vehicle])
        {
            return;
        }

        touched[vehicle] = true;
        touchedList[touchedCount++] = vehicle;
        savedCount[vehicle] = Count[vehicle];
        Array.Copy(stops[vehicle], saved[vehicle], Count[vehicle]);
    }

    private void Refresh(int vehicle)
    {
        ReadOnlySpan<int> row = Stops(vehicle);
        double load = 0;
        int before = 0;
        foreach (int stop in row)
        {
            route[stop] = vehicle;
            load += problem.Demand[stop];
            early[stop] = Math.Max(problem.Earliest[stop], Free(before) + problem.Between(before, stop));
            before = stop;
        }

        Load[vehicle] = load;
        int after = 0;
        for (int i = row.Length - 1; i >= 0; i--)
        {
            late[row[i]] = Math.Min(problem.Latest[row[i]], LatestStart(after) - problem.Between(row[i], after) - problem.Service[row[i]]);
            after = row[i];
        }
    }

    private double Free(int stop) => stop == 0 ? problem.Earliest[0] : early[stop] + problem.Service[stop];

    private double LatestStart(int stop) => stop == 0 ? problem.Latest[0] : late[stop];
}
