using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Tests.Builders;

/// <summary>The first worker's week, laid out.</summary>
internal static class Laid
{
    public static WorkerTimeline Out(CheckedRota rota) => Out(rota.Problem, rota.Rota);

    /// <summary>Lays out a rota that gives these visits to the first worker.</summary>
    public static WorkerTimeline Out(RotaProblem problem, params (string Visit, string Start)[] visits)
    {
        string worker = problem.Workers[0].Id.Value;
        return Out(PreparedProblem.From(problem), Rotas.Of(problem, [.. visits.Select(v => (v.Visit, v.Start, worker))]));
    }

    private static WorkerTimeline Out(PreparedProblem problem, WeeklyRota rota)
    {
        WorkerTimeline timeline = new(problem);
        timeline.Load(Schedules.From(problem, rota), worker: 0);
        return timeline;
    }
}
