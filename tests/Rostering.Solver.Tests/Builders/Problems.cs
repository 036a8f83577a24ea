using Rostering.Solver.Problem;

namespace Rostering.Solver.Tests.Builders;

/// <summary>Named problems small enough to work out by hand.</summary>
internal static class Problems
{
    /// <summary>Two workers, three visits: two on Monday morning that one worker can make, and one that overlaps the second.</summary>
    public static RotaProblem Small() => new ProblemBuilder()
        .Worker("ann")
        .Worker("bob")
        .Visit("v1", "mon 07:00", window: 30)
        .Visit("v2", "mon 09:00")
        .Visit("v3", "mon 09:30")
        .Build();
}
