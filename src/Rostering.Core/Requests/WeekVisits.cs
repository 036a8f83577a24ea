using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Core.Requests;

/// <summary>The visits that requests make in a week, with the links between them.</summary>
public sealed record WeekVisits(ImmutableArray<Visit> Visits, ImmutableArray<VisitLink> Links)
{
    /// <summary>Makes the visits of the week that starts on a Monday. The same requests and changes give the same visits.</summary>
    public static WeekVisits Of(IEnumerable<SupportRequest> requests, IEnumerable<DateChange> changes, LocalDate monday, WallClock clock)
    {
        var changed = changes.ToDictionary(change => (change.Request, change.Date));
        var visits = ImmutableArray.CreateBuilder<Visit>();
        var links = ImmutableArray.CreateBuilder<VisitLink>();
        foreach (var request in requests.OrderBy(request => request.Id.Value, StringComparer.Ordinal))
        {
            for (int day = 0; day < 7; day++)
            {
                LocalDate date = monday.PlusDays(day);
                if (SupportOn(request, date, changed.GetValueOrDefault((request.Id, date))) is not { } support)
                    continue;
                visits.Add(Visit(request, date, support, clock));
                links.AddRange(request.Links.Select(link => Link(request, link, date)));
            }
        }

        var made = visits.Select(visit => visit.Id).ToHashSet();
        return new WeekVisits(visits.ToImmutable(), [.. links.Where(link => made.Contains(link.Second))]);
    }

    private static DateSupport? SupportOn(SupportRequest request, LocalDate date, DateChange? change)
    {
        if (change is not null)
            return change.Instead;
        return request.RunsOn(date) && request.On(date.DayOfWeek) is { } time
            ? new DateSupport
            {
                EarliestStart = time.EarliestStart,
                LatestStart = time.LatestStart,
                WantedStart = time.WantedStart,
                Minutes = time.Minutes,
                Place = time.Place,
            }
            : null;
    }

    private static Visit Visit(SupportRequest request, LocalDate date, DateSupport support, WallClock clock) => new()
    {
        Id = VisitIds.Of(request.Id, date),
        Kind = request.Kind,
        Shares = request.Shares,
        Team = request.Team,
        Place = support.Place ?? request.Place,
        EarliestStart = clock.Once(date + support.EarliestStart),
        LatestStart = clock.Once(date + support.LatestStart),
        WantedStart = support.WantedStart is { } wanted ? clock.Once(date + wanted) : null,
        Minutes = clock.Passing(clock.Once(date + (support.WantedStart ?? support.EarliestStart)), support.Minutes),
        Workers = support.Workers ?? request.Workers,
        Competencies = request.Competencies,
        GradeMin = request.GradeMin,
        SpecialHazard = request.SpecialHazard,
        BreakInside = request.BreakInside,
        Need = request.Need,
        Outing = request.Outing is { } outing ? $"{outing}-{date:uuuuMMdd}" : null,
    };

    private static VisitLink Link(SupportRequest request, RequestLink link, LocalDate date) => new()
    {
        Kind = link.Kind,
        First = VisitIds.Of(request.Id, date),
        Second = VisitIds.Of(link.Second, date),
        GapMinutesMin = link.GapMinutesMin,
        GapMinutesMax = link.GapMinutesMax,
    };
}
