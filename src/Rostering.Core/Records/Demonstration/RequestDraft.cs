using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records.Demonstration;

/// <summary>Reads from a week's visits the requests that they would come from: the same support at the same time on several days is one.</summary>
internal sealed class RequestDraft(RotaProblem week)
{
    private const int WeeksBefore = 12;

    private readonly WallClock clock = new(week.Zone);
    private readonly HashSet<VisitId> linked = [.. week.Links.SelectMany(link => new[] { link.First, link.Second })];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The requests, and of which request and date each visit is.</summary>
    public (ImmutableArray<SupportRequest> Requests, ImmutableDictionary<VisitId, VisitId> Visits) Draw()
    {
        var names = ImmutableDictionary.CreateBuilder<VisitId, VisitId>();
        var requests = new List<SupportRequest>();
        foreach (var group in week.Visits.GroupBy(SameSupport).SelectMany(OncePerDay))
        {
            SupportRequest request = Request(group);
            requests.Add(request);
            foreach (var visit in group)
                names.Add(visit.Id, VisitIds.Of(request.Id, visit.EarliestStart.Date));
        }

        var visits = names.ToImmutable();
        return ([.. requests.Select(request => request with { Links = Links(request.Id, visits) })], visits);
    }

    // A linked visit stays by itself, so that the link is of its own day and of no other.
    private (string Shares, string Skills, TimeOnDay Time, Visit Other, VisitId? Alone) SameSupport(Visit visit) => (
        string.Join(' ', visit.Shares), string.Join(' ', visit.Competencies), Time(visit), Other(visit), linked.Contains(visit.Id) ? visit.Id : null);

    private TimeOnDay Time(Visit visit) => new(
        visit.EarliestStart.TimeOfDay, visit.LatestStart.TimeOfDay, visit.WantedStart?.TimeOfDay, clock.OnTheWall(visit.WantedStart ?? visit.EarliestStart, visit.Minutes));

    /// <summary>What is left of a visit without its day, its time and its lists.</summary>
    private static Visit Other(Visit visit) => visit with
    {
        Id = default,
        Shares = default,
        Competencies = default,
        EarliestStart = default,
        LatestStart = default,
        WantedStart = null,
        Minutes = 0,
    };

    /// <summary>Two visits of the same day at the same time are of two requests.</summary>
    private static IEnumerable<ImmutableArray<Visit>> OncePerDay(IEnumerable<Visit> visits) =>
        visits.GroupBy(visit => visit.EarliestStart.Date)
            .SelectMany(day => day.Index())
            .GroupBy(entry => entry.Index, (_, entries) => entries.Select(entry => entry.Item).OrderBy(visit => visit.EarliestStart).ToImmutableArray());

    private SupportRequest Request(ImmutableArray<Visit> visits)
    {
        Visit first = visits[0];
        TimeOnDay time = Time(first);
        bool forStaff = first.Shares.IsEmpty;
        return new SupportRequest
        {
            Id = NextId(forStaff ? first.Team.Value : first.Shares[0].Person.Value),
            What = What(first),
            Kind = first.Kind,
            Shares = first.Shares,
            Team = first.Team,
            Place = first.Place,
            From = forStaff ? week.WeekStart : week.WeekStart.PlusWeeks(-WeeksBefore),
            Until = forStaff ? week.WeekStart.PlusDays(6) : null,
            Times =
            [
                new RequestTime
                {
                    Days = [.. visits.Select(visit => visit.EarliestStart.DayOfWeek)],
                    EarliestStart = time.Earliest,
                    LatestStart = time.Latest,
                    WantedStart = time.Wanted,
                    Minutes = time.Minutes,
                },
            ],
            Workers = first.Workers,
            Competencies = first.Competencies,
            GradeMin = first.GradeMin,
            SpecialHazard = first.SpecialHazard,
            BreakInside = first.BreakInside,
            Need = first.Need,
            Outing = first.Outing,
        };
    }

    private RequestId NextId(string owner)
    {
        int number = numbers[owner] = numbers.GetValueOrDefault(owner) + 1;
        return new RequestId($"{owner}-{number}");
    }

    private static string What(Visit visit) => visit.Kind switch
    {
        VisitKind.Sleepover => "Sleepover",
        VisitKind.WakingNight => "Waking night",
        VisitKind.GroupSession => "Group session",
        VisitKind.Training => "Training",
        VisitKind.Meeting => "Team meeting",
        _ when visit.Outing is not null => "Out and about",
        _ => visit.EarliestStart.Hour switch
        {
            < 11 => "Morning support",
            < 14 => "Midday support",
            < 17 => "Afternoon support",
            _ => "Evening support",
        },
    };

    private ImmutableArray<RequestLink> Links(RequestId first, ImmutableDictionary<VisitId, VisitId> visits) =>
    [
        .. week.Links.Where(link => Of(visits[link.First]) == first).Select(link => new RequestLink
        {
            Kind = link.Kind,
            Second = Of(visits[link.Second]),
            GapMinutesMin = link.GapMinutesMin,
            GapMinutesMax = link.GapMinutesMax,
        }),
    ];

    private static RequestId Of(VisitId visit) => VisitIds.Parse(visit)!.Value.Request;

    private sealed record TimeOnDay(LocalTime Earliest, LocalTime Latest, LocalTime? Wanted, int Minutes);
}
