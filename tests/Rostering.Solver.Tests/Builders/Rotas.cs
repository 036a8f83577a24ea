using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Tests.Builders;

/// <summary>Rotas written by hand.</summary>
internal static class Rotas
{
    /// <summary>Visits, each with its start and its workers, set apart by spaces: <c>("v1", "mon 07:00", "ann bob")</c>.</summary>
    public static WeeklyRota Of(RotaProblem problem, params (string Visit, string Start, string Workers)[] assignments) => new()
    {
        Format = 1,
        Assignments =
        [
            .. assignments
                .Select(a => new Assignment
                {
                    Visit = new VisitId(a.Visit),
                    Start = TestWeek.At(a.Start, problem.WeekStart),
                    Workers = Workers(a.Workers),
                })
                .OrderBy(a => a.Start).ThenBy(a => a.Visit.Value, StringComparer.Ordinal),
        ],
    };

    private static ImmutableArray<WorkerId> Workers(string ids) =>
        [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new WorkerId(id))];
}
