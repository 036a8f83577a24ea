using System.Collections.Immutable;

namespace Rostering.SolverBenchmarks.Sets.Uhhc;

/// <summary>Unified home health care routing and scheduling (Ceschia et al. 2026).</summary>
/// <param name="Travel">Minutes from place to place.</param>
/// <param name="LeavesInTime">Workers leave as late as they can for their first stop; otherwise when their shift starts.</param>
public sealed record UhhcInstance(
    string Name, ImmutableArray<UhhcVisit> Visits, ImmutableArray<UhhcWorker> Workers, ImmutableArray<ImmutableArray<double>> Travel, UhhcLunch? Lunch, UhhcWeights Weights,
    bool LateByEnd, bool LeavesInTime);

/// <summary>A visit with one service or two by different workers, and windows in order of time.</summary>
public sealed record UhhcVisit(
    string Id, int Place, ImmutableArray<UhhcService> Services, ImmutableArray<UhhcWindow> Windows, double GapMin, double GapMax, ImmutableHashSet<string>? Preferred, ImmutableHashSet<string> Incompatible,
    bool Optional);

public sealed record UhhcService(string Skill, double Minutes);

public sealed record UhhcWindow(double Start, double End);

public sealed record UhhcWorker(string Id, ImmutableHashSet<string> Skills, int Departs, int Returns, UhhcWindow? Shift, bool WantsLunch);

public sealed record UhhcLunch(double Start, double End, double Minutes);

/// <summary>What each unit costs; null where the instance does not know the term, <see cref="Hard"/> where it must not occur.</summary>
public sealed record UhhcWeights(
    double? Travel, double? Lateness, double? WorstLateness, double? Waiting, double? Overtime, double? WorstIdle, double? NotPreferred, double? LeftOut, double? MissedLunch, double? Balance,
    double? Incompatible, double? Unqualified, double? Work)
{
    /// <summary>Marks a term that must not occur.</summary>
    public const double Hard = double.PositiveInfinity;
}

/// <summary>A stop at a visit; service −1 is lunch.</summary>
public readonly record struct UhhcStop(int Visit, int Service, double Start)
{
    public const int Lunch = -1;
}

/// <summary>Stops of each worker in order of time.</summary>
public sealed record UhhcSolution(ImmutableArray<ImmutableArray<UhhcStop>> Routes);
