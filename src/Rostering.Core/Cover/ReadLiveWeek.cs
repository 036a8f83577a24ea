using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Cover;

/// <summary>Lays out a published week as it stands now.</summary>
public sealed class ReadLiveWeek(RosteringContext database)
{
    private const int DaysAfter = 2;
    private static readonly Duration FourWeeks = Duration.FromDays(28);
    private static readonly VisitState[] Standing = [VisitState.Planned, VisitState.UnderWay, VisitState.Delivered];

    /// <summary>The week; <c>null</c> where none of it is published.</summary>
    /// <param name="forIllness">Whether the funds' contingency counts as money that the week may take, as it does for cover of an ill worker.</param>
    public async Task<LiveWeek?> HandleAsync(long week, Instant now, bool forIllness, CancellationToken cancellation)
    {
        var found = await (
            from publication in database.Publications
            join w in database.Weeks on publication.WeekId equals w.Id
            where publication.WeekId == week && publication.RetractedAt == null
            orderby publication.Number descending
            select new { publication.PublishedAt, publication.ProblemId, Week = w }).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        var told = await database.PublishedVisits.AsNoTracking().Where(visit => visit.WeekId == week).ToListAsync(cancellation);
        var published = await ReadProblem.HandleAsync(database, found.ProblemId, cancellation);
        var current = await CurrentAsync(published, found.Week, found.PublishedAt, now, cancellation);
        var standing = told.Where(visit => Standing.Contains(visit.State)).ToList();
        var problem = Stood(current with { Visits = await VisitsAsync(current, found.Week, standing, cancellation) }, standing);
        problem = problem with { Funds = await new WeekFunds(database).HandleAsync(problem.Funds, found.Week, LocalClock.Date(now), forIllness, cancellation) };
        return new LiveWeek
        {
            WeekId = week,
            Monday = found.Week.StartsOn,
            Schedule = Laid(PreparedProblem.From(problem), standing),
            Told = told.ToImmutableDictionary(visit => visit.Visit, StringComparer.Ordinal),
        };
    }

    /// <summary>The problem with what the records say of workers and people since the week was published, and with the asks of the last weeks.</summary>
    private async Task<RotaProblem> CurrentAsync(RotaProblem problem, Week week, Instant since, Instant now, CancellationToken cancellation)
    {
        var changes = await (
            from head in database.RecordHeads
            join version in database.RecordVersions on new { head.ProviderId, head.Kind, head.Id, head.Version } equals new { version.ProviderId, version.Kind, version.Id, version.Version }
            where head.ProviderId == week.ProviderId && (head.Kind == RecordKind.Worker || head.Kind == RecordKind.Person) && version.ChangedAt >= since && version.Content != null
            select new { version.Kind, version.Content }).ToListAsync(cancellation);
        var records = changes.Select(change => RecordContent.Read(change.Kind, change.Content!)).ToList();
        var workers = records.OfType<WorkerRecord>().ToDictionary(worker => worker.Id);
        var people = records.OfType<Person>().ToDictionary(person => person.Id);
        var asks = await database.AskRecords.Where(ask => ask.ProviderId == week.ProviderId && ask.Event == AskEvent.Asked && ask.At > now - FourWeeks)
            .GroupBy(ask => ask.Worker).Select(asked => new { Worker = asked.Key, Count = asked.Count() }).ToDictionaryAsync(asked => asked.Worker, asked => asked.Count, cancellation);
        return problem with
        {
            Workers = [.. problem.Workers.Select(worker => Asked(Known(worker, workers.GetValueOrDefault(worker.Id), week.StartsOn), asks.GetValueOrDefault(worker.Id.Value)))],
            People = [.. problem.People.Select(person => people.GetValueOrDefault(person.Id, person))],
        };
    }

    private static Worker Known(Worker worker, WorkerRecord? record, LocalDate monday) => record is null ? worker : worker with
    {
        Absences = [.. record.Absences.Where(absence => absence.Time.Start < monday.PlusDays(7 + DaysAfter).AtMidnight() && monday.AtMidnight() < absence.Time.End)],
        Certificates = record.Certificates,
        Contract = record.Contract,
        CapWaiver = record.CapWaiver,
        OptedOutOf = record.OptedOutOf,
        Teams = record.Teams,
    };

    private static Worker Asked(Worker worker, int asks) =>
        asks == 0 ? worker : worker with { History = worker.History with { RecentAsks = worker.History.RecentAsks + asks } };

    /// <summary>The visits that stand: as they were published for, and for extra help as the records ask for it.</summary>
    private async Task<ImmutableArray<Visit>> VisitsAsync(RotaProblem problem, Week week, IReadOnlyList<Rotas.PublishedVisit> standing, CancellationToken cancellation)
    {
        var known = problem.Visits.ToDictionary(visit => visit.Id.Value, StringComparer.Ordinal);
        if (standing.Any(visit => !known.ContainsKey(visit.Visit))
            && await new AssembleProblem(database).HandleAsync(week.ProviderId, week.StartsOn, cancellation) is AssembleProblem.Result.Assembled { Problem: var assembled })
        {
            foreach (var visit in assembled.Visits)
                known.TryAdd(visit.Id.Value, visit);
        }

        return [.. standing.Where(visit => known.ContainsKey(visit.Visit)).Select(visit => At(known[visit.Visit], visit)).OrderBy(visit => visit.EarliestStart).ThenBy(visit => visit.Id.Value, StringComparer.Ordinal)];
    }

    private static Visit At(Visit visit, Rotas.PublishedVisit told) => visit with
    {
        EarliestStart = told.StartsAt,
        LatestStart = told.StartsAt,
        WantedStart = null,
        Minutes = told.Minutes,
        Workers = told.Seats,
    };

    // Whoever is taken off or put on a visit of the live day has said yes to it, so the freeze holds nobody here.
    private static RotaProblem Stood(RotaProblem problem, IReadOnlyList<Rotas.PublishedVisit> standing)
    {
        var ids = problem.Visits.Select(visit => visit.Id).ToHashSet();
        return problem with
        {
            Links = [.. problem.Links.Where(link => ids.Contains(link.First) && ids.Contains(link.Second))],
            Pins = [],
            Published = new PublishedRota
            {
                FrozenUntil = problem.WeekStart.AtMidnight(),
                Visits =
                [
                    .. standing.Where(visit => ids.Contains(new VisitId(visit.Visit))).Select(visit => new Solver.Problem.PublishedVisit
                    {
                        Visit = new VisitId(visit.Visit),
                        Start = visit.StartsAt,
                        Workers = [.. visit.Workers.Select(worker => new WorkerId(worker))],
                        ChangeAgreed = true,
                    }),
                ],
            },
        };
    }

    private static Schedule Laid(PreparedProblem problem, IEnumerable<Rotas.PublishedVisit> standing)
    {
        Schedule schedule = new(problem);
        foreach (var visit in standing.Where(visit => problem.Index.Visits.ContainsKey(new VisitId(visit.Visit))))
            schedule.Set(problem.Index.Visits[new VisitId(visit.Visit)], 0, [.. visit.Workers.Select(worker => problem.Index.Workers[new WorkerId(worker)])]);
        return schedule;
    }
}
