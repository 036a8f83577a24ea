using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Search.Bounds;

/// <summary>
/// A week cut into parts whose bounds can be summed. Where it can be, no worker, fund or link is in two of them. A part too large to be
/// solved whole is cut by team, and then by day: a worker in several of those could give all their time to each, so the bound is looser.
/// </summary>
internal static class WeekParts
{
    /// <summary>Visits of a part up to which it is kept whole.</summary>
    public const int UsualLargest = 900;

    /// <summary>The visits of each part, by index.</summary>
    public static int[][] Of(PreparedProblem problem, Candidates candidates, int largest = UsualLargest) =>
    [
        .. Apart(problem, candidates)
            .SelectMany(part => Cut(part, largest, visit => problem.Visits[visit].Team))
            .SelectMany(part => Cut(part, largest, visit => problem.Clock.Day(problem.Visits[visit].Starts[0]))),
    ];

    private static IEnumerable<int[]> Cut(int[] part, int largest, Func<int, int> by) => part.Length <= largest ? [part] : part.GroupBy(by).Select(group => group.ToArray());

    private static int[][] Apart(PreparedProblem problem, Candidates candidates)
    {
        int[] leader = [.. Enumerable.Range(0, problem.Visits.Length)];
        foreach (IEnumerable<int> together in Together(problem, candidates))
        {
            _ = together.Aggregate((a, b) =>
            {
                leader[Leader(b)] = Leader(a);
                return a;
            });
        }

        return [.. problem.Visits.Select(visit => visit.Index).GroupBy(Leader).Select(part => part.ToArray())];

        int Leader(int visit)
        {
            while (leader[visit] != visit)
            {
                visit = leader[visit] = leader[leader[visit]];
            }

            return visit;
        }
    }

    private static IEnumerable<IEnumerable<int>> Together(PreparedProblem problem, Candidates candidates) =>
    [
        .. problem.Visits.SelectMany(visit => candidates.Workers[visit.Index], (visit, worker) => (worker, visit.Index)).GroupBy(x => x.worker, x => x.Index),
        .. problem.Visits.SelectMany(visit => visit.Funds, (visit, share) => (share.Fund, visit.Index)).GroupBy(x => x.Fund, x => x.Index),
        .. problem.Links.Select(link => (ImmutableArray<int>)[link.First, link.Second]),
    ];
}
