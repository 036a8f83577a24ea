namespace Rostering.SolverBenchmarks.Sets.Vrptw;

/// <summary>Distance of routes and the hard rules that they break, from the definition alone.</summary>
public static class VrptwEvaluator
{
    private const double Rounding = 1e-9;

    public static (double Cost, int Violations) Evaluate(VrptwInstance instance, IReadOnlyList<IReadOnlyList<int>> routes)
    {
        double distance = 0;
        int violations = Math.Max(0, routes.Count(route => route.Count > 0) - instance.Vehicles);
        foreach (IReadOnlyList<int> route in routes)
        {
            (double length, int broken) = Route(instance, route);
            distance += length;
            violations += broken;
        }

        int[] served = [.. routes.SelectMany(route => route)];
        int missing = Enumerable.Range(1, instance.Stops.Length - 1).Except(served).Count();
        return (distance, violations + missing + served.Length - served.Distinct().Count());
    }

    private static (double Length, int Violations) Route(VrptwInstance instance, IReadOnlyList<int> route)
    {
        double length = 0;
        double time = instance.Stops[0].Ready;
        int place = 0;
        int violations = route.Sum(stop => instance.Stops[stop].Demand) > instance.Capacity ? 1 : 0;
        foreach (int stop in route.Append(0))
        {
            double leg = instance.Distance(place, stop);
            length += leg;
            time = Math.Max(instance.Stops[stop].Ready, time + leg);
            violations += time > instance.Stops[stop].Due + Rounding ? 1 : 0;
            time += instance.Stops[stop].Service;
            place = stop;
        }

        return (length, violations);
    }
}
