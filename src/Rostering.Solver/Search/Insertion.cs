using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>Finds the best lawful way to cover a visit in a schedule, and how much worse the second best is.</summary>
internal sealed class Insertion(Evaluator evaluator, Candidates candidates)
{
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

    /// <summary>The best lawful placement of an uncovered visit. Workers of a double-up are chosen one after another.</summary>
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
            team[0] = worker;
            best = Placement.Better(best, Try(visit, start, team, before));
        }

        return best;
    }

    // The first seat is given to each candidate in turn; the others follow greedily. Exact for one seat, and good for two.
    private Placement BestTeam(PreparedVisit visit, int start)
    {
        ImmutableArray<int> pool = candidates.At(visit.Index, start);
        Placement best = Placement.None;
        if (pool.Length < visit.Seats)
        {
            return best;
        }

        RotaScore before = evaluator.Score;
        int[] singles = [.. pool.Where(worker => Fits(visit, start, worker))];
        foreach (int[] team in Teams(singles, visit.Seats))
        {
            best = Placement.Better(best, Try(visit.Index, start, team, before));
        }

        return best;
    }

    // Whether the worker's own week can take the visit: the missing colleagues' breach of the staff ratio is the same for all.
    private bool Fits(PreparedVisit visit, int start, int worker)
    {
        RotaScore before = evaluator.Score;
        evaluator.Assign(visit.Index, start, [worker]);
        long hard = evaluator.Score.Hard - before.Hard;
        evaluator.Assign(visit.Index, -1, []);
        return hard <= visit.Seats;
    }

    private const int TeamsTried = 60;

    private static IEnumerable<int[]> Teams(int[] pool, int seats)
    {
        int tried = 0;
        for (int first = 0; first < pool.Length && tried < TeamsTried; first++)
        {
            for (int next = first + 1; next + seats - 1 <= pool.Length && tried < TeamsTried; next++, tried++)
            {
                yield return [pool[first], .. pool.AsSpan(next, seats - 1)];
            }
        }
    }

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
