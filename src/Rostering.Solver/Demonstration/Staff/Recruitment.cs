using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Staff;

/// <summary>
/// Hires a workforce for the demand: each team gets its share of the headcount, contracts whose hours carry its visits with about a
/// fifth to spare, and homes near by, since recruitment is local [000:340].
/// </summary>
internal sealed class Recruitment(ProviderProfile profile, PlaceBook places, NameBook names, Dice dice)
{
    /// <summary>Hours of those present over the hours of support: slack, travel and what does not fit together (assumed).</summary>
    private const int SupplyPermille = 1_200;
    private const int NightWorkers = 3;
    private const int NightMinutesMax = 2_480;
    private const int YoungWorkers = 3;
    private const int AwayAllWeekPercent = 8;
    private const int YoungMinutesMax = 960;

    private int hired;

    public ImmutableArray<DraftWorker> Hire(IReadOnlyList<Service> services)
    {
        var counts = Counts(services);
        var withYoung = dice.Some(services.Where(service => counts[service] > 3 && service.Visits.Exists(IsForYoung)), YoungWorkers);
        return [.. services.SelectMany(service => HireFor(service, Posts(service, counts[service], withYoung.Contains(service))))];
    }

    /// <summary>Headcount by highest demand a head, after every team has its least.</summary>
    private Dictionary<Service, int> Counts(IReadOnlyList<Service> services)
    {
        var counts = services.ToDictionary(service => service, service => service.StaffMin);
        for (var left = profile.Headcount - counts.Values.Sum(); left > 0; left--)
            counts[services.MaxBy(service => service.Demand / counts[service])!]++;
        return counts;
    }

    private ImmutableArray<Post> Posts(Service service, int count, bool withYoung)
    {
        var nights = service.Visits.Exists(visit => visit.Kind == VisitKind.WakingNight) ? NightWorkers : 0;
        return
        [
            .. Enumerable.Range(0, count).Select(number => new Post
            {
                Service = service,
                Number = number,
                Night = number < nights,
                Young = withYoung && number == count - 1,
                Kind = number < nights ? ContractKind.Permanent : dice.PickWeighted(profile.Contracts),
                Away = number >= nights && count > 4 && dice.Chance(AwayAllWeekPercent)
                    ? dice.Pick([AbsenceKind.Leave, AbsenceKind.Sickness])
                    : null,
            }),
        ];
    }

    private IEnumerable<DraftWorker> HireFor(Service service, ImmutableArray<Post> posts)
    {
        var day = service.Visits.Where(visit => visit.Kind != VisitKind.WakingNight).Sum(visit => (long)visit.Minutes * visit.Workers);
        var sharing = posts.Where(post => post is { Night: false, Away: null }).Sum(post => post.Share);
        var minutesAShare = (int)(day * SupplyPermille / 1_000 / Math.Max(1, sharing));
        foreach (var post in posts)
        {
            var minutes = post.Night ? NightMinutesMax : post.Young ? YoungMinutesMax : Math.Clamp(post.Share * minutesAShare, 480, 2_880);
            var worker = Hire(post, minutes / 30 * 30);
            worker.Join(service);
            yield return worker;
        }
    }

    private DraftWorker Hire(Post post, int minutesMax)
    {
        var named = names.Next(dice.Chance(WomenPercent(post.Service)) ? NameBook.Woman : NameBook.Man, LanguageFor(post));
        var modes = ModesFor(post);
        return new DraftWorker
        {
            Id = new WorkerId($"W{++hired:0000}"),
            Name = named.Name,
            Gender = named.Gender,
            Languages = named.Languages,
            Home = HomeFor(post.Service, modes),
            Age = post.Young ? dice.Between(16, 17) : dice.Between(19, 66),
            Grade = !post.Young && dice.Chance(12) ? 2 : 1,
            Kind = post.Young ? ContractKind.PartTimeFlex : post.Kind,
            NightWorker = post.Night,
            MinutesMax = minutesMax,
            Modes = modes,
            Interests = dice.Some(Interests.All, dice.Between(1, 4)),
            Available = Patterns.For(post, dice),
            FirstDayOff = DaysOff[post.Number % DaysOff.Length],
            AwayAllWeek = post.Away,
            Skills = post.Young ? [Skills.Pvg] : SkillsFor(post.Service),
        };
    }

    /// <summary>Pairs of days off in the order in which a team takes them, so that a small team never rests all at once.</summary>
    private static readonly int[] DaysOff = [0, 5, 2, 3, 1, 4];

    private static bool IsForYoung(DraftVisit visit) => visit is { Minutes: <= 150, GradeMin: 1, Workers: 1 } && visit.Competencies.Length == 1;

    /// <summary>"The majority of those working in the sector are female" [002:901]; the shares are assumed.</summary>
    private static int WomenPercent(Service service)
    {
        var asked = service.People.Count == 1 ? service.People[0].Requirements.FirstOrDefault(r => r.Kind == RequirementKind.Gender)?.Value : null;
        return asked switch
        {
            NameBook.Woman => 93,
            NameBook.Man => 15,
            _ => 80,
        };
    }

    private static string? LanguageFor(Post post)
    {
        var language = post.Service.People.SelectMany(person => person.Requirements).FirstOrDefault(r => r.Kind == RequirementKind.Language)?.Value;
        return post.Number < Math.Max(3, post.Service.StaffMin) ? language : null;
    }

    /// <summary>Car 55 %, bus 30 %, bicycle and walking the rest (assumed).</summary>
    private ImmutableArray<TravelMode> ModesFor(Post post) => post.Service.BusOnly ? [TravelMode.Bus, TravelMode.Walk] : dice.Below(100) switch
    {
        < 55 when !post.Young => [TravelMode.Car],
        < 85 => [TravelMode.Bus, TravelMode.Walk],
        < 93 => [TravelMode.Bicycle, TravelMode.Walk],
        _ => [TravelMode.Walk],
    };

    private Place HomeFor(Service service, ImmutableArray<TravelMode> modes) => modes[0] switch
    {
        _ when service.BusOnly => places.HomeNear(service.People[0].Home, 4_000, 6_500),
        TravelMode.Walk => places.HomeNear(service.People[0].Home, 100, 1_500),
        TravelMode.Bicycle => places.HomeNear(service.People[0].Home, 300, 3_500),
        TravelMode.Bus => places.HomeNear(service.People[0].Home, 400, 6_000),
        _ => places.HomeNear(service.People[0].Home, 400, dice.Chance(80) ? 5_000 : 10_000),
    };

    private static readonly ImmutableArray<Competency> CommonSkills = [Skills.MovingAndHandling, Skills.Medication];

    /// <summary>Most of a team has what its people need; others have come with some of the courses.</summary>
    private HashSet<Competency> SkillsFor(Service service)
    {
        var skills = new HashSet<Competency> { Skills.Pvg };
        if (dice.Chance(93))
            skills.Add(Skills.Sssc);
        var needed = service.Visits.SelectMany(visit => visit.Competencies).ToHashSet();
        foreach (var skill in Skills.Yearly)
        {
            if (dice.Chance(needed.Contains(skill) ? 92 : HeldPercent(skill)))
                skills.Add(skill);
        }

        return skills;
    }

    private static int HeldPercent(Competency skill) => CommonSkills.Contains(skill) ? 65 : skill == Skills.PegFeeding ? 6 : 25;
}
