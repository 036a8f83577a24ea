using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Core.Rotas;

/// <summary>Puts what people were told of a week over its problem, so that changes are counted and the freeze window holds.</summary>
public static class Overlay
{
    /// <summary>The problem with the rota that people hold; as it is where nothing was published.</summary>
    public static RotaProblem Of(RotaProblem problem, IReadOnlyCollection<PublishedVisit> told, Instant now)
    {
        HashSet<string> visits = [.. problem.Visits.Select(visit => visit.Id.Value)];
        HashSet<string> workers = [.. problem.Workers.Select(worker => worker.Id.Value)];
        PublishedVisit[] held = [.. told.Where(visit => visit.Workers.Length > 0 && visits.Contains(visit.Visit) && visit.Workers.All(workers.Contains))];
        return held.Length == 0 ? problem : problem with { Published = new PublishedRota { FrozenUntil = FrozenUntil(problem, now), Visits = [.. held.Select(Published)] } };
    }

    /// <summary>The end of the freeze window at a moment: visits that start before it change only with a yes.</summary>
    public static LocalDateTime FrozenUntil(RotaProblem problem, Instant now)
    {
        int minutes = new Limits(problem.Parameters, problem.WeekStart)[ParameterKeys.FreezeMinutes];
        LocalDateTime until = now.Plus(Duration.FromMinutes(minutes)).InZone(DateTimeZoneProviders.Tzdb[problem.Zone]).LocalDateTime;
        return until.With(TimeAdjusters.TruncateToMinute);
    }

    /// <summary>The day it is where the provider works.</summary>
    public static LocalDate Today(RotaProblem problem, Instant now) => now.InZone(DateTimeZoneProviders.Tzdb[problem.Zone]).Date;

    private static Solver.Problem.PublishedVisit Published(PublishedVisit visit) => new()
    {
        Visit = new VisitId(visit.Visit),
        Start = visit.StartsAt,
        Workers = [.. visit.Workers.Select(worker => new WorkerId(worker))],
        ChangeAgreed = visit.ChangeAgreed,
    };
}
