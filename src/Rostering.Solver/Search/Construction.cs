using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>
/// Makes a first rota: what is pinned or published first, then visit by visit, those with most need and fewest possible workers before
/// the others, each where it costs least.
/// </summary>
internal sealed class Construction(Evaluator evaluator, Candidates candidates)
{
    private readonly PreparedProblem problem = evaluator.Schedule.Problem;
    private readonly Insertion insertion = new(evaluator, candidates);

    /// <summary>Fills the schedule; calls back after every visit, and stops when told.</summary>
    public void Run(Action step, CancellationToken stop)
    {
        Keep();
        Cover(_ => true, step, stop);
    }

    /// <summary>Puts what is pinned or published where it was.</summary>
    public void Keep()
    {
        foreach (PreparedVisit visit in problem.Visits)
        {
            Keep(visit);
        }
    }

    /// <summary>Covers those of some visits that nobody makes yet; calls back after every visit, and stops when told.</summary>
    public void Cover(Func<PreparedVisit, bool> which, Action step, CancellationToken stop)
    {
        foreach (int visit in Order(which))
        {
            if (stop.IsCancellationRequested)
            {
                return;
            }

            if (!evaluator.Schedule.Covered(visit))
            {
                insertion.CoverBest(visit);
            }

            step();
        }
    }

    // Pins are kept whatever they break, so that the checker can say what; published work is kept while it is lawful.
    private void Keep(PreparedVisit visit)
    {
        if (visit.PinnedWorkers.Length == visit.Seats)
        {
            int pinned = visit.PinnedStart >= 0 ? visit.StartIndex(visit.PinnedStart) : 0;
            evaluator.Assign(visit.Index, Math.Max(0, pinned), visit.PinnedWorkers.AsSpan());
            return;
        }

        if (visit.Published is { } published && published.Workers.Length == visit.Seats && visit.StartIndex(published.Start) is >= 0 and int start)
        {
            RotaScore before = evaluator.Score;
            evaluator.Assign(visit.Index, start, published.Workers.AsSpan());
            if (evaluator.Score.Hard > before.Hard)
            {
                evaluator.Assign(visit.Index, -1, []);
            }
        }
    }

    private IEnumerable<int> Order(Func<PreparedVisit, bool> which) =>
        from visit in problem.Visits
        where !evaluator.Schedule.Covered(visit.Index) && which(visit)
        orderby visit.Night descending, visit.Seats descending, visit.Source.Need descending, candidates.Workers[visit.Index].Length, visit.Minutes descending, visit.Starts[0], visit.Index
        select visit.Index;
}
