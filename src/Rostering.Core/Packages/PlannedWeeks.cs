using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain.Packages;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Core.Packages;

/// <summary>Lays out the weeks to come with a package in them: each as its draft has it, and a week without a rota like the week before.</summary>
internal sealed class PlannedWeeks(RosteringContext database)
{
    /// <summary>Weeks from the one in which the package begins.</summary>
    public async Task<ImmutableArray<PackageWeek>> HandleAsync(Act act, ProviderRecords records, PackageRecords package, int count, CancellationToken cancellation)
    {
        var requests = package.Requests.Select(request => request.Id).ToHashSet();
        var monday = LocalClock.MondayOf(package.Requests[0].From);
        var planned = await LastBeforeAsync(act, monday, cancellation);
        var weeks = ImmutableArray.CreateBuilder<PackageWeek>();
        for (int week = 0; week < count; week++, monday = monday.PlusWeeks(1))
        {
            var problem = await new AssembleProblem(database).LimitedAsync(records, act.By.ProviderId, monday, cancellation);
            var draft = await new ReadDraft(database).HandleAsync(act.By.ProviderId, monday, act.At, cancellation);
            planned = draft is null ? Shifted(planned, monday, records) : [.. draft.Schedule.ToRota().Assignments];
            var held = Held(problem, planned, draft?.Told.IsEmpty == false ? Overlay.FrozenUntil(problem, act.At) : monday.AtMidnight());
            weeks.Add(new PackageWeek(problem with { Published = held }, [.. problem.Visits.Select(visit => visit.Id).Where(visit => requests.Contains(VisitIds.Parse(visit)!.Value.Request))]));
        }

        return weeks.ToImmutable();
    }

    // The rota that the weeks after it are taken to be like, until they have one of their own.
    private async Task<ImmutableArray<Assignment>> LastBeforeAsync(Act act, LocalDate monday, CancellationToken cancellation)
    {
        var last = await database.Weeks.Where(week => week.ProviderId == act.By.ProviderId && week.StartsOn < monday && database.RotaVersions.Any(version => version.WeekId == week.Id))
            .OrderByDescending(week => week.StartsOn).Select(week => (LocalDate?)week.StartsOn).FirstOrDefaultAsync(cancellation);
        return last is { } week && await new ReadDraft(database).HandleAsync(act.By.ProviderId, week, act.At, cancellation) is { } draft
            ? [.. draft.Schedule.ToRota().Assignments]
            : [];
    }

    private static ImmutableArray<Assignment> Shifted(ImmutableArray<Assignment> planned, LocalDate monday, ProviderRecords records)
    {
        WallClock clock = new(records.House.Zone);
        return
        [
            .. from made in planned
               let visit = VisitIds.Parse(made.Visit)
               where visit is not null
               let days = Period.DaysBetween(LocalClock.MondayOf(visit.Value.Date), monday)
               select made with { Visit = VisitIds.Of(visit.Value.Request, visit.Value.Date.PlusDays(days)), Start = clock.Once(made.Start.PlusDays(days)) },
        ];
    }

    // Only what the week still has can stand: a request may have ended since, or a worker left.
    private static PublishedRota Held(RotaProblem problem, ImmutableArray<Assignment> planned, LocalDateTime frozenUntil)
    {
        var visits = problem.Visits.Select(visit => visit.Id).ToHashSet();
        var workers = problem.Workers.Select(worker => worker.Id).ToHashSet();
        return new PublishedRota
        {
            FrozenUntil = frozenUntil,
            Visits =
            [
                .. planned.Where(made => visits.Contains(made.Visit) && made.Workers.All(workers.Contains))
                    .Select(made => new Solver.Problem.PublishedVisit { Visit = made.Visit, Start = made.Start, Workers = made.Workers }),
            ],
        };
    }
}
