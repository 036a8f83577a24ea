using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>Finds the best lawful way to cover a visit in a schedule, and how much worse the second best is.</summary>
internal sealed class Insertion(Evaluator evaluator, Candidates candidates)
{
    private const int TeamPool = 11;
    private readonly PreparedProblem problem = evaluator.Schedule.Problem;

    /// <summary>Covers the visit in the best lawful way; false, and nothing changed, where there is none.</summary>
    public bool CoverBest(int visit)
    {
        Placement best = Find(visit);
        if (best.Workers.IsDefault)
        {
            return false;
        }

        evaluator.Assign(visit, best.Start, best.Workers.AsSpan());
        return true;
    }

    /// <summary>The best lawful placement of an uncovered visit. A double-up gets the best pair of those who fit best alone.</summary>
    public Placement Find(int visit)
    {
        Placement best = Placement.None;
        PreparedVisit data = problem.Visits[visit];
        for (int start = 0; start < data.Starts.Length; start++)
        {
            Placement at = data.Seats == 1 ? BestSingle(visit, start) : BestTeam(data, start);
            best = Placement.Better(best, at);
        }

        return best;
    }

    private Placement BestSingle(int visit, int start)
    {
        Placement best = Placement.None;
        Span<int> team = stackalloc int[1];
        RotaScore before = evaluator.Score;
        foreach (int worker in candidates.At(visit, start))
        {
            if (!evaluator.BreaksMore(worker, visit, start))
            {
                team[0] = worker;
                best = Placement.Better(best, Try(visit, start, team, before));
            }
        }

        return best;
    }

    // Every team of the candidates who alone would cost least: exact while there are few candidates, and good for many.
    private Placement BestTeam(PreparedVisit visit, int start)
    {
        RotaScore before = evaluator.Score;
        int[] pool =
        [
            .. candidates.At(visit.Index, start)
                .Where(worker => !evaluator.BreaksMore(worker, visit.Index, start))
                .Select(worker => (Worker: worker, Change: Alone(visit, start, worker)))
                .Where(single => single.Change.Hard <= visit.Seats)
                .OrderBy(single => single.Change).ThenBy(single => single.Worker)
                .Take(TeamPool)
                .Select(single => single.Worker),
        ];
        return Teams(pool, visit.Seats).Aggregate(Placement.None, (best, team) => Placement.Better(best, Try(visit.Index, start, team, before)));
    }

    // What the worker's own week makes of the visit: the missing colleagues' breach of the staff ratio is the same for all.
    private RotaScore Alone(PreparedVisit visit, int start, int worker)
    {
        RotaScore before = evaluator.Score;
        evaluator.Assign(visit.Index, start, [worker]);
        RotaScore change = evaluator.Score - before;
        evaluator.Assign(visit.Index, -1, []);
        return change;
    }

    private static IEnumerable<int[]> Teams(int[] pool, int seats) => seats == 0
        ? [[]]
        : pool.SelectMany((first, i) => Teams(pool[(i + 1)..], seats - 1).Select(rest => (int[])[first, .. rest]));

    private Placement Try(int visit, int start, ReadOnlySpan<int> team, RotaScore before)
    {
        evaluator.Assign(visit, start, team);
        RotaScore change = evaluator.Score - before;
        evaluator.Assign(visit, -1, []);
        return change.Hard <= 0 ? new Placement(start, [.. team], change) : Placement.None;
    }
}

/// <summary>A way to cover a visit, with what it changes in the score.</summary>
internal readonly record struct Placement(int Start, ImmutableArray<int> Workers, RotaScore Change)
{
    public static readonly Placement None = new(-1, default, new RotaScore(long.MaxValue, 0, 0));

    public static Placement Better(Placement a, Placement b) => b.Change < a.Change ? b : a;
}
