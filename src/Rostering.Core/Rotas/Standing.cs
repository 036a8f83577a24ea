using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Core.Rotas;

/// <summary>A week's problem with what stands already: the rota that people hold, and what a hand has pinned in the draft.</summary>
internal static class Standing
{
    public static RotaProblem Of(RotaProblem problem, DraftState draft, Instant now)
    {
        HashSet<string> visits = [.. problem.Visits.Select(visit => visit.Id.Value)];
        HashSet<string> workers = [.. problem.Workers.Select(worker => worker.Id.Value)];
        Pin[] pins =
        [
            .. from moves in draft.Moves.GroupBy(move => move.Visit, StringComparer.Ordinal)
               let last = moves.Last()
               where last.ToPinned && visits.Contains(last.Visit)
               from worker in last.ToWorkers
               where workers.Contains(worker)
               select new Pin { Visit = new VisitId(last.Visit), Worker = new WorkerId(worker), Start = last.ToStart },
        ];
        HashSet<VisitId> pinned = [.. pins.Select(pin => pin.Visit)];
        return Overlay.Of(problem with { Pins = [.. problem.Pins.Where(pin => !pinned.Contains(pin.Visit)), .. pins] }, draft.Told, now);
    }
}
