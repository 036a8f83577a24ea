using System.Collections.Concurrent;

namespace Rostering.Solver.Rota;

/// <summary>
/// Teams as ascending arrays, of which those of one and two are made once and shared by all schedules copied from each other: the search
/// assigns hundreds of thousands of teams a second. Safe to share between threads.
/// </summary>
internal sealed class TeamArrays(int workers)
{
    private readonly int[][] alone = [.. Enumerable.Range(0, workers).Select(worker => (int[])[worker])];
    private readonly ConcurrentDictionary<(int, int), int[]> pairs = [];

    /// <summary>The array of a team given in any order. Not to be changed by the caller.</summary>
    public int[] Of(ReadOnlySpan<int> team)
    {
        switch (team.Length)
        {
            case 1:
                return alone[team[0]];
            case 2:
                return pairs.GetOrAdd((Math.Min(team[0], team[1]), Math.Max(team[0], team[1])), static pair => [pair.Item1, pair.Item2]);
            default:
                int[] sorted = team.ToArray();
                Array.Sort(sorted);
                return sorted;
        }
    }
}
