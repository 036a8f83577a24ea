using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Search;

namespace Rostering.Solver.Rota;

/// <summary>How much of a week is covered.</summary>
/// <param name="CoverableUncovered">
/// Uncovered essential visits that could have been covered were they the only ones in the week: what better planning might still cover.
/// </param>
public sealed record WeekCounts(int Visits, int Covered, int Uncovered, int CoverableUncovered)
{
    /// <summary>Counts a schedule.</summary>
    public static WeekCounts Of(Schedule schedule)
    {
        PreparedVisit[] uncovered = [.. schedule.Problem.Visits.Where(visit => !schedule.Covered(visit.Index))];
        int all = schedule.Problem.Visits.Length;
        PreparedVisit[] essential = [.. uncovered.Where(visit => visit.Essential)];
        return new WeekCounts(all, all - uncovered.Length, uncovered.Length, essential.Length == 0 ? 0 : Coverable(schedule.Problem, essential));
    }

    /// <summary>Whether a visit could be covered if it were the only one in the week.</summary>
    public static bool Coverable(PreparedProblem problem, PreparedVisit visit) => Coverable(problem, [visit]) == 1;

    // Each visit is tried in an empty week, with what it is synchronised with, as the search would cover it there.
    private static int Coverable(PreparedProblem problem, PreparedVisit[] visits)
    {
        HashSet<int> tried = [.. visits.SelectMany(visit => problem.LinksByVisit[visit.Index]).SelectMany(link => new[] { link.First, link.Second }), .. visits.Select(visit => visit.Index)];
        Insertion alone = new(new Evaluator(new Schedule(problem)), new Candidates(problem, visit => tried.Contains(visit.Index)));
        return visits.Count(visit => alone.Find(visit.Index).Workers is not null);
    }
}
