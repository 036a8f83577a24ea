using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>Finds the best lawful way to cover a visit in a schedule, and how much worse the second best is.</summary>
internal sealed class Insertion(Evaluator evaluator, Candidates candidates)
{
    private const int TeamPool = 11;
    private readonly PreparedProblem problem = evaluator.Schedule.Problem;
    private readonly int[] pool = new int[TeamPool];
    private readonly RotaScore[] poolScores = new RotaScore[TeamPool];

    /// <summary>Covers the visit in the best lawful way; false, and nothing changed, where there is none.</summary>
    public bool CoverBest(int visit)
    {
        Placement best = Find(visit);
        if (best.Workers is null)
        {
            return false;
        }

        evaluator.Assign(visit, best.Start, best.Workers);
        if (best.Partner is { } partner)
        {
            evaluator.Assign(partner.Visit, partner.Start, partner.Workers);
        }

        return true;
    }

    /// <summary>The uncovered visit that a visit is synchronised with; null where there is none.</summary>
    public int? UncoveredPartner(int visit)
    {
        foreach (PreparedLink link in problem.LinksByVisit[visit])
        {
            int other = link.First == visit ? link.Second : link.First;
            if (link.Kind == LinkKind.Synchronised && !evaluator.Schedule.Covered(other))
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>
    /// The best lawful placement of an uncovered visit. A double-up gets the best pair of those who fit best alone; two synchronised
    /// visits that nobody makes are placed together, since one of them alone is not lawful.
    /// </summary>
    public Placement Find(int visit)
    {
        Placement best = Placement.None;
        PreparedVisit data = problem.Visits[visit];
        int? partner = UncoveredPartner(visit);
        for (int start = 0; start < data.Starts.Length; start++)
        {
            best = Placement.Better(best, partner is { } other ? BestOfBoth(data, start, problem.Visits[other]) : BestAt(data, start, tolerated: 0));
        }

        return best;
    }

    // The first of both is placed as if it were lawful alone, then the second at the same moment.
    private Placement BestOfBoth(PreparedVisit visit, int start, PreparedVisit partner)
    {
        int same = partner.StartIndex(visit.Starts[start]);
        Placement first = same < 0 ? Placement.None : BestAt(visit, start, tolerated: visit.Minutes);
        if (first.Workers is null)
        {
            return Placement.None;
        }

        evaluator.Assign(visit.Index, start, first.Workers);
        Placement second = BestAt(partner, same, tolerated: 0);
        evaluator.Assign(visit.Index, -1, []);
        return second.Workers is null || (first.Change + second.Change).Hard > 0
            ? Placement.None
            : first with { Change = first.Change + second.Change, Partner = (partner.Index, same, second.Workers) };
    }

    // What is tolerated is the breach of a visit whose partner is placed next.
    private Placement BestAt(PreparedVisit visit, int start, int tolerated) => visit.Seats == 1 ? BestSingle(visit.Index, start, tolerated) : BestTeam(visit, start, tolerated);

    private Placement BestSingle(int visit, int start, int tolerated)
    {
        Placement best = Placement.None;
        RotaScore before = evaluator.Score;
        foreach (int worker in candidates.At(visit, start))
        {
            if (!evaluator.BreaksMore(worker, visit, start))
            {
                best = Placement.Better(best, Try(visit, start, [worker], before, tolerated));
            }
        }

        return best;
    }

    // Every team of the candidates who alone would cost least: exact while there are few candidates, and good for many.
    private Placement BestTeam(PreparedVisit visit, int start, int tolerated)
    {
        RotaScore before = evaluator.Score;
        int pooled = FillPool(visit, start, before, tolerated);
        Placement best = Placement.None;
        Span<int> team = stackalloc int[visit.Seats];
        TryTeams(visit.Index, start, before, pool.AsSpan(0, pooled), team, filled: 0, tolerated, ref best);
        return best;
    }

    private int FillPool(PreparedVisit visit, int start, RotaScore before, int tolerated)
    {
        int pooled = 0;
        foreach (int worker in candidates.At(visit.Index, start))
        {
            if (evaluator.BreaksMore(worker, visit.Index, start))
            {
                continue;
            }

            // What the worker's own week makes of the visit: the missing colleagues' breach of the staff ratio is the same for all.
            RotaScore alone = Change(visit.Index, start, [worker], before);
            if (alone.Hard <= visit.Seats + tolerated)
            {
                pooled = Pool(worker, alone, pooled);
            }
        }

        return pooled;
    }

    // Keeps the pool in order, of equals the first met first, and lets the last go where it is full.
    private int Pool(int worker, RotaScore alone, int pooled)
    {
        int at = pooled;
        while (at > 0 && poolScores[at - 1] > alone)
        {
            at--;
        }

        if (at == TeamPool)
        {
            return pooled;
        }

        int moved = Math.Min(pooled, TeamPool - 1) - at;
        Array.Copy(pool, at, pool, at + 1, moved);
        Array.Copy(poolScores, at, poolScores, at + 1, moved);
        (pool[at], poolScores[at]) = (worker, alone);
        return Math.Min(pooled + 1, TeamPool);
    }

    private void TryTeams(int visit, int start, RotaScore before, ReadOnlySpan<int> left, Span<int> team, int filled, int tolerated, ref Placement best)
    {
        if (filled == team.Length)
        {
            best = Placement.Better(best, Try(visit, start, team, before, tolerated));
            return;
        }

        for (int i = 0; i < left.Length; i++)
        {
            team[filled] = left[i];
            TryTeams(visit, start, before, left[(i + 1)..], team, filled + 1, tolerated, ref best);
        }
    }

    private RotaScore Change(int visit, int start, ReadOnlySpan<int> team, RotaScore before)
    {
        evaluator.Assign(visit, start, team);
        RotaScore change = evaluator.Score - before;
        evaluator.Assign(visit, -1, []);
        return change;
    }

    private Placement Try(int visit, int start, ReadOnlySpan<int> team, RotaScore before, int tolerated)
    {
        evaluator.Assign(visit, start, team);
        Placement made = new(start, evaluator.Schedule.Workers(visit), evaluator.Score - before);
        evaluator.Assign(visit, -1, []);
        return made.Change.Hard <= tolerated ? made : Placement.None;
    }
}

/// <summary>A way to cover a visit, with what it changes in the score; no workers where there is none.</summary>
/// <param name="Partner">The synchronised visit that is covered with it, where it was not yet.</param>
internal readonly record struct Placement(int Start, int[]? Workers, RotaScore Change, (int Visit, int Start, int[] Workers)? Partner = null)
{
    public static readonly Placement None = new(-1, null, new RotaScore(long.MaxValue, 0, 0));

    public static Placement Better(Placement a, Placement b) => b.Change < a.Change ? b : a;
}
