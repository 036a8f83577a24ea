using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;

namespace Rostering.SolverBenchmarks.Quality;

/// <summary>
/// The rota that a coordinator makes by hand, to measure the search against: what is pinned or published stays where it lawfully can; the
/// other visits are taken in order of start, and each gets, at the time asked for where that can be, the first free workers that the rules
/// allow: those who know its people before the others, and else in the order of the staff list. Nothing is moved again.
/// </summary>
internal sealed class CoordinatorPlan
{
    private readonly PreparedProblem problem;
    private readonly Evaluator evaluator;
    private readonly Candidates candidates;

    private CoordinatorPlan(PreparedProblem problem)
    {
        this.problem = problem;
        evaluator = new Evaluator(new Schedule(problem));
        candidates = new Candidates(problem);
    }

    /// <summary>The plan of a week.</summary>
    public static Schedule Of(PreparedProblem problem)
    {
        CoordinatorPlan plan = new(problem);
        new Construction(plan.evaluator, plan.candidates).Keep();
        foreach (PreparedVisit visit in problem.Visits.OrderBy(First).ThenBy(visit => visit.Index))
        {
            plan.Cover(visit);
        }

        return plan.evaluator.Schedule;
    }

    private static int First(PreparedVisit visit) => visit.Wanted >= 0 ? visit.Wanted : visit.Starts[0];

    private void Cover(PreparedVisit visit)
    {
        if (evaluator.Schedule.Covered(visit.Index))
        {
            return;
        }

        foreach (int start in visit.Starts.OrderBy(start => Math.Abs(start - First(visit))))
        {
            if (Teams(visit, start).Any(team => CoverTogether(visit, start, team)))
            {
                return;
            }
        }
    }

    // Visits that start together are covered together, the others with the first team that there is for each.
    private bool CoverTogether(PreparedVisit visit, int start, int[] team)
    {
        long hard = evaluator.Score.Hard;
        PreparedVisit[] others = [.. problem.LinksByVisit[visit.Index].Where(link => link.Kind == LinkKind.Synchronised).Select(link => problem.Visits[link.First == visit.Index ? link.Second : link.First])];
        evaluator.Assign(visit.Index, visit.StartIndex(start), team);
        foreach (PreparedVisit other in others)
        {
            evaluator.Assign(other.Index, other.StartIndex(start), Teams(other, start).FirstOrDefault([]));
        }

        if (evaluator.Score.Hard <= hard)
        {
            return true;
        }

        foreach (PreparedVisit made in (PreparedVisit[])[visit, .. others])
        {
            evaluator.Assign(made.Index, -1, []);
        }

        return false;
    }

    // Neighbours on the list of those who are free: every single worker, and of larger teams enough to choose from.
    private IEnumerable<int[]> Teams(PreparedVisit visit, int start)
    {
        int startIndex = visit.StartIndex(start);
        if (startIndex < 0)
        {
            return [];
        }

        int[] free =
        [
            .. candidates.At(visit.Index, startIndex)
                .Where(worker => !evaluator.BreaksMore(worker, visit.Index, startIndex))
                .OrderByDescending(worker => visit.People.All(person => problem.People[person].Known[worker])),
        ];
        return Enumerable.Range(0, Math.Max(0, free.Length - visit.Seats + 1)).Select(first => free[first..(first + visit.Seats)]);
    }
}
