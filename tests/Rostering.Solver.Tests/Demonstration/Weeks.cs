using System.Collections.Concurrent;
using Rostering.Solver.Demonstration;

namespace Rostering.Solver.Tests.Demonstration;

/// <summary>Weeks that several tests look at, drawn once.</summary>
internal static class Weeks
{
    private static readonly ConcurrentDictionary<(DemonstrationProvider, int), Lazy<DemonstrationWeek>> Drawn = new();

    public static DemonstrationWeek Of(DemonstrationProvider provider, int seed) =>
        Drawn.GetOrAdd((provider, seed), _ => new Lazy<DemonstrationWeek>(() => Draw(provider, seed))).Value;

    public static DemonstrationWeek Draw(DemonstrationProvider provider, int seed) =>
        DemonstrationWeek.Generate(provider, seed, DemonstrationWeek.UsualWeekStart);
}
