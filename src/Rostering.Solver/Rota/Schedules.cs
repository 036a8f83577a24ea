using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rota;

/// <summary>Makes schedules from rotas.</summary>
public static class Schedules
{
    /// <summary>The schedule of a rota whose ids and starts the problem knows.</summary>
    /// <exception cref="ArgumentException">A start is not among the visit's allowed starts.</exception>
    public static Schedule From(PreparedProblem problem, WeeklyRota rota)
    {
        Schedule schedule = new(problem);
        foreach (Assignment assignment in rota.Assignments)
        {
            PreparedVisit visit = problem.Visits[problem.Index.Visits[assignment.Visit]];
            int start = visit.StartIndex(problem.Clock.Minute(assignment.Start));
            if (start < 0)
            {
                throw new ArgumentException(
                    $"Visit '{assignment.Visit}' starts at {assignment.Start:uuuu-MM-dd HH:mm}, which is not one of its allowed starts; "
                    + $"choose a start from {visit.Source.EarliestStart:HH:mm} to {visit.Source.LatestStart:HH:mm} on the grid.",
                    nameof(rota));
            }

            schedule.Set(visit.Index, start, [.. assignment.Workers.Select(worker => problem.Index.Workers[worker])]);
        }

        return schedule;
    }
}
