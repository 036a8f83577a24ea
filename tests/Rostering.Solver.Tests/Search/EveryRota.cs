using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Tests.Search;

/// <summary>Lists every rota of a small week, good or bad, and has the checker judge each: slow, and too simple to be wrong.</summary>
internal static class EveryRota
{
    /// <summary>Whom a visit may get at which start, with the option of nobody first.</summary>
    private sealed record Option(int Start, int[] Workers);

    /// <summary>The best rota's check.</summary>
    public static RotaCheck Best(PreparedProblem problem) => All(problem).MinBy(check => check.Score)!;

    /// <summary>The check of every rota.</summary>
    public static IEnumerable<RotaCheck> All(PreparedProblem problem)
    {
        Option[][] options = [.. problem.Visits.Select(visit => Options(problem, visit).ToArray())];
        return From(new Schedule(problem), options, 0);
    }

    private static IEnumerable<RotaCheck> From(Schedule schedule, Option[][] options, int visit)
    {
        if (visit == options.Length)
        {
            yield return RotaChecker.Check(schedule);
            yield break;
        }

        foreach (Option option in options[visit])
        {
            schedule.Set(visit, option.Start, option.Workers);
            foreach (RotaCheck check in From(schedule, options, visit + 1))
            {
                yield return check;
            }
        }

        schedule.Set(visit, -1, []);
    }

    private static IEnumerable<Option> Options(PreparedProblem problem, PreparedVisit visit) =>
    [
        new Option(-1, []),
        .. from start in Enumerable.Range(0, visit.Starts.Length)
           from team in Teams([.. Enumerable.Range(0, problem.Workers.Length)], visit.Seats)
           select new Option(start, team),
    ];

    private static IEnumerable<int[]> Teams(int[] workers, int seats) => seats == 0
        ? [[]]
        : workers.SelectMany((first, i) => Teams(workers[(i + 1)..], seats - 1).Select(rest => (int[])[first, .. rest]));
}
