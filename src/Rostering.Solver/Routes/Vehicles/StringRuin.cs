using Rostering.Solver.Search;

namespace Rostering.Solver.Routes.Vehicles;

/// <summary>Takes strings of stops near one place off their routes (slack induction by string removals: Christiaens and Vanden Berghe 2020).</summary>
internal sealed class StringRuin
{
    private const int LongestString = 10;
    private const double StopsPerRuin = 10;
    private const double SplitShare = 0.5;
    private const double GrowGap = 0.01;
    private readonly VehicleRoutes routes;
    private readonly SearchRandom random;
    private readonly int[][] near;
    private readonly bool[] ruined;
    private readonly int[] ruinedList;

    public StringRuin(VehicleProblem problem, VehicleRoutes routes, SearchRandom random)
    {
        (this.routes, this.random) = (routes, random);
        near = [.. Enumerable.Range(0, problem.Stops).Select(stop => Enumerable.Range(1, problem.Stops - 1).OrderBy(other => problem.Between(stop, other)).ToArray())];
        ruined = new bool[problem.Vehicles];
        ruinedList = new int[problem.Vehicles];
    }

    /// <summary>Takes stops off and adds them to the absent.</summary>
    public void Run(double meanRouteLength, List<int> absent)
    {
        double longest = Math.Min(LongestString, meanRouteLength);
        int strings = 1 + (int)(random.NextDouble() * ((4 * StopsPerRuin / (1 + longest)) - 1));
        int count = 0;
        foreach (int stop in near[1 + random.Next(near.Length - 1)])
        {
            int vehicle = routes.RouteOf(stop);
            if (vehicle < 0 || ruined[vehicle])
            {
                continue;
            }

            ruined[vehicle] = true;
            ruinedList[count++] = vehicle;
            TakeString(vehicle, stop, 1 + (int)(random.NextDouble() * Math.Min(longest, routes.Count[vehicle])), absent);
            if (count == strings)
            {
                break;
            }
        }

        while (count > 0)
        {
            ruined[ruinedList[--count]] = false;
        }
    }

    // A string with the stop in it; sometimes longer, with a part inside that stays.
    private void TakeString(int vehicle, int stop, int length, List<int> absent)
    {
        int kept = 0;
        int size = routes.Count[vehicle];
        if (length > 1 && length < size && random.NextDouble() < SplitShare)
        {
            kept = 1;
            while (length + kept < size && random.NextDouble() > GrowGap)
            {
                kept++;
            }
        }

        int span = length + kept;
        int at = routes.Stops(vehicle).IndexOf(stop);
        int first = Math.Max(0, at - span + 1);
        int start = first + random.Next(Math.Min(at, size - span) - first + 1);
        int head = kept == 0 ? length : 1 + random.Next(length - 1);
        Take(vehicle, start + head + kept, length - head, absent);
        Take(vehicle, start, head, absent);
    }

    private void Take(int vehicle, int at, int count, List<int> absent)
    {
        if (count == 0)
        {
            return;
        }

        foreach (int stop in routes.Stops(vehicle).Slice(at, count))
        {
            absent.Add(stop);
        }

        routes.Remove(vehicle, at, count);
    }
}
