using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Demands;

/// <summary>Everything people want in the week, collected service by service.</summary>
internal sealed class DemandBook(WeekCalendar calendar, PlaceBook places, NameBook names, Dice dice)
{
    private readonly List<Service> services = [];
    private readonly List<VisitLink> links = [];
    private int people;
    private int visits;

    public IReadOnlyList<Service> Services => services;

    public IReadOnlyList<VisitLink> Links => links;

    public IEnumerable<DraftPerson> People => services.SelectMany(service => service.People);

    public IEnumerable<DraftVisit> Visits => services.SelectMany(service => service.Visits);

    public PlaceBook Places => places;

    public Service AddService(string name, Locality locality, int pencePerHour, int staffMin = 3, bool busOnly = false)
    {
        var service = new Service
        {
            Id = new TeamId($"T{services.Count + 1:00}"),
            Name = name,
            Locality = locality,
            PencePerHour = pencePerHour,
            StaffMin = staffMin,
            BusOnly = busOnly,
        };
        services.Add(service);
        return service;
    }

    public DraftPerson AddPerson(Service service, PersonTraits traits)
    {
        var named = names.Next(dice.Chance(50) ? NameBook.Woman : NameBook.Man, traits.Language);
        var person = new DraftPerson
        {
            Id = new PersonId($"P{++people:000}"),
            Name = named.Name,
            Home = traits.Home ?? places.Home(service.Locality, 1_800),
            Service = service,
            Needs = traits.Needs,
            Requirements = [.. RequirementsOf(named, traits)],
            KnownWorkersOnly = traits.KnownWorkersOnly,
            MoneyLimits = traits.MoneyLimits,
            Interests = dice.Some(Interests.All, dice.Between(0, 3)),
        };
        service.People.Add(person);
        return person;
    }

    /// <summary>A visit to one person at home, not yet in the book.</summary>
    public DraftVisit Visit(DraftPerson person, int start, int minutes) => Visit([person], person.Home, start, minutes);

    /// <summary>
    /// A visit to several people at once, not yet in the book. The minutes are those on the clock's face: a night on which the clocks go
    /// back is an hour longer.
    /// </summary>
    public DraftVisit Visit(ImmutableArray<DraftPerson> people, Place place, int start, int minutes) => new()
    {
        Kind = VisitKind.Support,
        Service = people[0].Service,
        Place = place,
        People = people,
        Start = start,
        Minutes = ElapsedMinutes(start, minutes),
        Need = Need.Substantial,
        Competencies = [Skills.Pvg, .. people.SelectMany(person => person.Needs).Distinct()],
    };

    /// <summary>Training or a meeting, charged to no fund.</summary>
    public DraftVisit Gathering(Service service, VisitKind kind, Place place, int start, int minutes) => new()
    {
        Kind = kind,
        Service = service,
        Place = place,
        People = [],
        Start = start,
        Minutes = ElapsedMinutes(start, minutes),
        Workers = 2,
        Need = Need.Low,
        Competencies = [],
    };

    /// <summary>Puts a visit into the book, which gives it its number.</summary>
    public DraftVisit Add(DraftVisit visit)
    {
        var numbered = visit with { Id = new VisitId($"V{++visits:00000}") };
        visit.Service.Visits.Add(numbered);
        return numbered;
    }

    /// <summary>Takes a visit out again, with its links; its outing loses its other half too.</summary>
    public void Remove(DraftVisit visit)
    {
        visit.Service.Visits.RemoveAll(other => other.Id == visit.Id || (visit.Outing is not null && other.Outing == visit.Outing));
        links.RemoveAll(link => link.First == visit.Id || link.Second == visit.Id);
    }

    public void StartTogether(DraftVisit first, DraftVisit second) =>
        links.Add(new VisitLink { Kind = LinkKind.Synchronised, First = first.Id, Second = second.Id });

    public void Follow(DraftVisit first, DraftVisit second, int gapMin, int? gapMax = null) => links.Add(new VisitLink
    {
        Kind = LinkKind.Precedence,
        First = first.Id,
        Second = second.Id,
        GapMinutesMin = gapMin,
        GapMinutesMax = gapMax,
    });

    /// <summary>The cinema of the source: three hours, an hour and a half inside, three hours [000:364-368].</summary>
    public void AddCinema(DraftPerson person, Place cinema, int start)
    {
        var outing = $"cinema-{person.Id}";
        var there = Add(Visit([person], cinema, start, 180) with { Outing = outing });
        var back = Add(Visit([person], cinema, start + 270, 180) with { Outing = outing });
        Follow(there, back, 90, 90);
    }

    private int ElapsedMinutes(int start, int faceMinutes) => calendar.Elapsed(start + faceMinutes) - calendar.Elapsed(start);

    private static IEnumerable<LawfulRequirement> RequirementsOf(NamedSomeone named, PersonTraits traits)
    {
        if (traits.SameGenderOnly)
            yield return new() { Kind = RequirementKind.Gender, Value = named.Gender, Reason = "Personal care; asked for and recorded at review." };
        if (traits.Language is { } language)
            yield return new() { Kind = RequirementKind.Language, Value = language, Reason = "Does not follow spoken English." };
    }
}
