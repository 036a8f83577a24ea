using Rostering.Solver.Search;

namespace Rostering.Solver.Routes.Vehicles;

/// <summary>Puts absent stops back one by one where each adds least travel, now and then overlooking a position (Christiaens and Vanden Berghe 2020).</summary>
internal sealed class BlinkInsertion
{
    private const double BlinkShare = 0.01;
    private readonly VehicleProblem problem;
    private readonly VehicleRoutes routes;
    private readonly SearchRandom random;
    private readonly double[][] orders;
    private readonly double[] draw;

    public BlinkInsertion(VehicleProblem problem, VehicleRoutes routes, SearchRandom random)
    {
        (this.problem, this.routes, this.random) = (problem, routes, random);
        draw = new double[problem.Stops];
        orders =
        [
            [.. problem.Demand.Select(demand => -demand)],
            [.. Enumerable.Range(0, problem.Stops).Select(stop => -problem.Between(0, stop))],
            [.. Enumerable.Range(0, problem.Stops).Select(stop => problem.Between(0, stop))],
            [.. Enumerable.Range(0, problem.Stops).Select(stop => problem.Latest[stop] - problem.Earliest[stop])],
            problem.Earliest,
            [.. problem.Latest.Select(latest => -latest)],
        ];
    }

    /// <summary>Inserts what can be inserted; what cannot stays absent.</summary>
    public void Run(List<int> absent)
    {
        Sort(absent);
        int left = 0;
        for (int i = 0; i < absent.Count; i++)
        {
            if (!TryInsert(absent[i]))
            {
                absent[left++] = absent[i];
            }
        }

        absent.RemoveRange(left, absent.Count - left);
    }

    // The paper's orders: random, by demand, far or near first, by length, start and end of the window.
    private void Sort(List<int> absent)
    {
        int which = random.Next(14);
        double[] by = which switch { < 4 => draw, < 8 => orders[0], < 10 => orders[1], 10 => orders[2], 11 => orders[3], 12 => orders[4], _ => orders[5] };
        if (which < 4)
        {
            foreach (int stop in absent)
            {
                draw[stop] = random.NextDouble();
            }
        }

        for (int i = 1; i < absent.Count; i++)
        {
            int stop = absent[i];
            int at = i;
            for (; at > 0 && by[absent[at - 1]] > by[stop]; at--)
            {
                absent[at] = absent[at - 1];
            }

            absent[at] = stop;
        }
    }

    private bool TryInsert(int stop)
    {
        (double added, int vehicle, int at) best = (double.PositiveInfinity, -1, -1);
        bool emptySeen = false;
        for (int vehicle = 0; vehicle < problem.Vehicles; vehicle++)
        {
            bool empty = routes.Count[vehicle] == 0;
            if (routes.Load[vehicle] + problem.Demand[stop] > problem.Capacity || (empty && emptySeen))
            {
                continue;
            }

            emptySeen |= empty;
            for (int at = 0; at <= routes.Count[vehicle] && !routes.TooLateAfter(stop, vehicle, at); at++)
            {
                double added = routes.Added(stop, vehicle, at);
                if (added < best.added && random.NextDouble() >= BlinkShare)
                {
                    best = (added, vehicle, at);
                }
            }
        }

        if (best.vehicle < 0)
        {
            return false;
        }

        routes.Insert(stop, best.vehicle, best.at);
        return true;
    }
}
