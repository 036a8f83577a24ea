namespace Rostering.Solver.Routes;

/// <summary>
/// One day of visits to be put on the routes of workers: home health care routing and scheduling as Mankowska, Meisel and Bierwirth (2014)
/// state it, and, with <see cref="Workdays"/>, as Ceschia et al. (2026) do. A visit has one seat, or two whose starts are tied by a gap.
/// Starts after the window are allowed and priced. Seats are numbered 2 × visit and 2 × visit + 1. Nobody changes the arrays once the
/// problem is made.
/// </summary>
public sealed class RouteProblem
{
    public required int Visits { get; init; }
    public required int Workers { get; init; }

    /// <summary>By visit: 1 or 2.</summary>
    public required int[] Seats { get; init; }

    /// <summary>By seat.</summary>
    public required double[] Minutes { get; init; }

    /// <summary>By visit: when its windows open, ascending. No seat starts before the first.</summary>
    public required double[][] Opens { get; init; }

    /// <summary>By seat: a start after this, the end of the last window that has opened, is late.</summary>
    public required double[][] Closes { get; init; }

    /// <summary>By visit: the second seat starts at least so long after the first; both 0 where two work together.</summary>
    public required double[] GapMin { get; init; }

    /// <summary>By visit: the second seat starts at most so long after the first.</summary>
    public required double[] GapMax { get; init; }

    /// <summary>By seat × workers + worker: who may take it.</summary>
    public required bool[] May { get; init; }

    /// <summary>By visit.</summary>
    public required int[] Place { get; init; }

    /// <summary>By worker: where the route begins.</summary>
    public required int[] Departs { get; init; }

    /// <summary>By worker: where the route ends.</summary>
    public required int[] Returns { get; init; }

    /// <summary>Places × places: minutes from place to place.</summary>
    public required double[] Travel { get; init; }

    public required int Places { get; init; }
    public required double TravelWeight { get; init; }
    public required double LatenessWeight { get; init; }
    public required double WorstLatenessWeight { get; init; }

    /// <summary>By seat × workers + worker: what it costs that this worker takes it; null where who comes is all the same.</summary>
    public double[]? SeatCost { get; init; }

    /// <summary>By visit: what it costs to leave it out; infinite where it must be served. Null where all must.</summary>
    public double[]? LeaveOutCost { get; init; }

    /// <summary>What else counts in a worker's day; null where nothing does.</summary>
    public Workdays? Workdays { get; init; }

    public double MinutesBetween(int from, int to) => Travel[(from * Places) + to];
}
