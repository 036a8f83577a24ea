using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;

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
        return new WeekCounts(all, all - uncovered.Length, uncovered.Length, uncovered.Count(visit => visit.Essential && Coverable(schedule.Problem, visit)));
    }

    /// <summary>Whether a visit could be covered if it were the only one in the week.</summary>
    public static bool Coverable(PreparedProblem problem, PreparedVisit visit)
    {
        Evaluator alone = new(new Schedule(problem));
        RotaScore empty = alone.Score;
        FindingSink sink = new(RuleCatalogue.Weights(problem), keep: false);
        for (int start = 0; start < visit.Starts.Length; start++)
        {
            int[] able = [.. problem.Workers.Where(worker => Lawful(worker, start)).Select(worker => worker.Index)];
            if (able.Length >= visit.Seats && Teams(able, visit.Seats).Any(team => FitsAlone(team, start)))
            {
                return true;
            }
        }

        return false;

        bool Lawful(PreparedWorker worker, int start)
        {
            sink.Clear();
            RuleWalk.Pair(problem, worker, visit, start, sink);
            return sink.Score.Hard == 0;
        }

        bool FitsAlone(int[] team, int start)
        {
            alone.Assign(visit.Index, start, team);
            bool fits = alone.Score.Hard <= empty.Hard;
            alone.Assign(visit.Index, -1, []);
            return fits;
        }
    }

    // Each worker once as the first of a team: enough to tell whether anybody's own week forbids the visit.
    private static IEnumerable<int[]> Teams(int[] able, int seats) =>
        from first in Enumerable.Range(0, able.Length)
        select Enumerable.Range(first, seats).Select(i => able[i % able.Length]).ToArray();
}
