using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.Core.Visits;
using Rostering.Solver.Problem;

namespace Rostering.Core.Cover;

/// <summary>A gap as the day's list shows it.</summary>
/// <param name="Asked">Whom it is put to now.</param>
/// <param name="Refused">How many have said no or not answered.</param>
public sealed record GapLine(Gap Gap, Rotas.PublishedVisit Visit, string For, string? Leaver, string? Asked, Instant? AnswerBy, int Refused);

/// <summary>A worker who is away, and until when.</summary>
public sealed record AwayLine(string Worker, string Name, AbsenceKind Kind, LocalDateTime Until);

/// <summary>A visit of the day.</summary>
public sealed record VisitLine(Rotas.PublishedVisit Visit, string For, string Workers);

/// <summary>The hours to come: what has nobody, who is away, and all that is planned.</summary>
public sealed record LiveDay
{
    public required LocalDateTime From { get; init; }
    public required LocalDateTime Until { get; init; }
    public required ImmutableArray<GapLine> Gaps { get; init; }
    public required ImmutableArray<AwayLine> Away { get; init; }

    /// <summary>Visits under way or to come, in order of start.</summary>
    public required ImmutableArray<VisitLine> Visits { get; init; }

    /// <summary>Visits that began longer ago than the terms allow, each with the workers who have not checked in.</summary>
    public required ImmutableArray<VisitLine> Late { get; init; }

    /// <summary>Workers who can be reported ill, by name.</summary>
    public required ImmutableArray<(string Id, string Name)> Workers { get; init; }

    /// <summary>Visits that are over and still to be confirmed.</summary>
    public required int ToConfirm { get; init; }
}

/// <summary>Reads today and the next hours across every published week.</summary>
public sealed class ReadLiveDay(RosteringContext database)
{
    private static readonly VisitState[] Open = [VisitState.Planned, VisitState.UnderWay];

    public async Task<LiveDay> HandleAsync(Act act, int hours, CancellationToken cancellation)
    {
        var now = LocalClock.Local(act.At);
        var until = now.PlusHours(hours);
        var since = now.Date.PlusDays(-8);
        var weeks = await database.Weeks.Where(week => week.ProviderId == act.By.ProviderId && week.StartsOn > since && week.StartsOn <= until.Date
            && database.Publications.Any(p => p.WeekId == week.Id && p.RetractedAt == null)).OrderBy(week => week.StartsOn).Select(week => week.Id).ToListAsync(cancellation);
        List<LiveWeek> live = [];
        foreach (long week in weeks)
        {
            if (await new ReadLiveWeek(database).HandleAsync(week, act.At, forIllness: false, cancellation) is { } read)
                live.Add(read);
        }

        var visits = live.SelectMany(week => week.Told.Values.Where(told => act.By.Sees(told.Team) && Open.Contains(told.State) && week.Visit(told.Visit) is not null).Select(told => Line(week, told)))
            .OrderBy(line => line.Visit.StartsAt).ThenBy(line => line.Visit.Visit, StringComparer.Ordinal).ToList();
        return new LiveDay
        {
            From = now,
            Until = until,
            Gaps = await GapsAsync(live, act, until, cancellation),
            Away = [.. live.SelectMany(week => Away(week, now, until)).DistinctBy(away => away.Worker).OrderBy(away => away.Name, StringComparer.Ordinal)],
            Visits = [.. visits.Where(line => line.Visit.StartsAt < until && line.Visit.StartsAt.PlusMinutes(line.Visit.Minutes) > now)],
            Late = [.. Late(live, act, await LateCheckIn.OfAsync(database, act.By.ProviderId, act.At, cancellation))],
            Workers = [.. live.SelectMany(week => week.Problem.Source.Workers).Where(worker => act.By.Teams.IsEmpty || worker.Teams.Any(team => act.By.Sees(team.Team.Value)))
                .Select(worker => (worker.Id.Value, worker.Name)).Distinct().OrderBy(worker => worker.Name, StringComparer.Ordinal)],
            ToConfirm = visits.Count(line => line.Visit.StartsAt.PlusMinutes(line.Visit.Minutes) <= now),
        };
    }

    private static VisitLine Line(LiveWeek week, Rotas.PublishedVisit told) =>
        new(told, week.For(week.Visit(told.Visit)!), string.Join(" and ", told.Workers.Select(week.WorkerName)));

    private static IEnumerable<AwayLine> Away(LiveWeek week, LocalDateTime now, LocalDateTime until) =>
        from worker in week.Problem.Source.Workers
        from absence in worker.Absences
        where absence.Time.Start < until && now < absence.Time.End
        select new AwayLine(worker.Id.Value, worker.Name, absence.Kind, absence.Time.End);

    private async Task<ImmutableArray<GapLine>> GapsAsync(List<LiveWeek> weeks, Act act, LocalDateTime until, CancellationToken cancellation)
    {
        var gaps = await database.Gaps.AsNoTracking().Where(gap => gap.ProviderId == act.By.ProviderId && gap.ClosedAt == null).ToListAsync(cancellation);
        long[] ids = [.. gaps.Select(gap => gap.Id)];
        var offers = (await database.Offers.AsNoTracking().Where(offer => ids.Contains(offer.GapId)).ToListAsync(cancellation)).ToLookup(offer => offer.GapId);
        return
        [
            .. from gap in gaps
               let week = weeks.Find(week => week.WeekId == gap.WeekId)
               where week?.Visit(gap.Visit) is not null
               let told = week.Told[gap.Visit]
               where act.By.Sees(told.Team) && told.StartsAt < until && told.StartsAt.PlusMinutes(told.Minutes) > LocalClock.Local(act.At)
               let asked = offers[gap.Id].FirstOrDefault(offer => offer.State == OfferState.Asked)
               orderby told.StartsAt, gap.Id
               select new GapLine(
                   gap, told, week.For(week.Visit(gap.Visit)!), gap.Leaver is null ? null : week.WorkerName(gap.Leaver), asked is null ? null : week.WorkerName(asked.Worker), asked?.AnswerBy,
                   offers[gap.Id].Count(offer => offer.State is OfferState.No or OfferState.NoAnswer)),
        ];
    }

    private static IEnumerable<VisitLine> Late(IReadOnlyList<LiveWeek> weeks, Act act, IReadOnlyList<LateCheckIn> late) =>
        from visit in late.GroupBy(one => one.Visit)
        where act.By.Sees(visit.Key.Team)
        let week = weeks.FirstOrDefault(week => week.WeekId == visit.Key.WeekId)
        where week?.Visit(visit.Key.Visit) is not null
        select new VisitLine(visit.Key, week.For(week.Visit(visit.Key.Visit)!), string.Join(" and ", visit.Select(one => week.WorkerName(one.Worker))));
}
