namespace Rostering.Solver.Routes;

/// <summary>
/// One day of visits to be put on the routes of workers: home health care routing and scheduling as Mankowska, Meisel and Bierwirth (2014)
/// state it. A visit has one seat, or two whose starts are tied by a gap. Starts after the window are allowed and priced.
/// Seats are numbered 2 × visit and 2 × visit + 1. Nobody changes the arrays once the problem is made.
/// </summary>
public sealed class RouteProblem
{
    public required int Visits { get; init; }
    public required int Workers { get; init; }

    /// <summary>By visit: 1 or 2.</summary>
    public required int[] Seats { get; init; }

    /// <summary>By seat.</summary>
    public required double[] Minutes { get; init; }

    /// <summary>By visit: no seat starts before.</summary>
    public required double[] Earliest { get; init; }

    /// <summary>By visit: a seat that starts after is late.</summary>
    public required double[] Latest { get; init; }

    /// <summary>By visit: the second seat starts at least so long after the first; both 0 where two work together.</summary>
    public required double[] GapMin { get; init; }

    /// <summary>By visit: the second seat starts at most so long after the first.</summary>
    public required double[] GapMax { get; init; }

    /// <summary>By seat × workers + worker: who may take it.</summary>
    public required bool[] May { get; init; }

    /// <summary>Places × places: minutes from place to place. Visit v is at place v + 1; all routes begin and end at place 0.</summary>
    public required double[] Travel { get; init; }

    public required double TravelWeight { get; init; }
    public required double LatenessWeight { get; init; }
    public required double WorstLatenessWeight { get; init; }

    public int Places => Visits + 1;

    public double MinutesBetween(int from, int to) => Travel[(from * Places) + to];
}
