namespace Rostering.Solver.Routes.Vehicles;

/// <summary>
/// Vehicle routing with hard time windows and capacity (Solomon 1987), where only travel costs. Stop 0 is the depot, whose window is the
/// day. Nobody changes the arrays once the problem is made.
/// </summary>
public sealed class VehicleProblem
{
    public required int Vehicles { get; init; }
    public required double Capacity { get; init; }

    /// <summary>By stop.</summary>
    public required double[] Demand { get; init; }

    /// <summary>By stop: service starts no earlier.</summary>
    public required double[] Earliest { get; init; }

    /// <summary>By stop: service starts no later.</summary>
    public required double[] Latest { get; init; }

    /// <summary>By stop: how long service takes.</summary>
    public required double[] Service { get; init; }

    /// <summary>Stops × stops.</summary>
    public required double[] Travel { get; init; }

    /// <summary>Stops, with the depot.</summary>
    public int Stops => Demand.Length;

    public double Between(int from, int to) => Travel[(from * Stops) + to];
}
