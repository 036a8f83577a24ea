using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.SolverBenchmarks.Quality;

/// <summary>What happens to a published week: its busiest worker falls ill before it begins.</summary>
internal static class Illness
{
    /// <summary>The week with a rota published and the worker who makes most of its visits away.</summary>
    public static RotaProblem Of(RotaProblem problem, WeeklyRota rota)
    {
        WorkerId ill = rota.Assignments.SelectMany(visit => visit.Workers).GroupBy(worker => worker).OrderByDescending(visits => visits.Count()).ThenBy(visits => visits.Key.Value, StringComparer.Ordinal).First().Key;
        LocalDateTime begin = problem.WeekStart.AtMidnight();
        Absence away = new() { Kind = AbsenceKind.Sickness, Time = new LocalInterval(begin, begin.PlusDays(8)) };
        return problem with
        {
            Workers = [.. problem.Workers.Select(worker => worker.Id == ill ? worker with { Absences = [away] } : worker)],
            Pins = problem.Pins.RemoveAll(pin => pin.Worker == ill),
            Published = new PublishedRota
            {
                FrozenUntil = begin,
                Visits = [.. rota.Assignments.Select(visit => new PublishedVisit { Visit = visit.Visit, Start = visit.Start, Workers = visit.Workers })],
            },
        };
    }
}
