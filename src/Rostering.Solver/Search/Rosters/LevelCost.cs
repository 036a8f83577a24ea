namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Two levels of cost in one number, hard rules broken above soft cost, so that sums, differences and comparisons of both are one operation.
/// </summary>
public static class LevelCost
{
    private const int SoftBits = 36;

    /// <summary>One hard rule broken by one unit.</summary>
    public const long OneHard = 1L << SoftBits;

    /// <summary>Units by which hard rules are broken.</summary>
    public static long Hard(long cost) => cost >> SoftBits;

    /// <summary>The soft part.</summary>
    public static long Soft(long cost) => cost & (OneHard - 1);
}
