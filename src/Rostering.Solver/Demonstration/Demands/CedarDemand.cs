using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;
using static Rostering.Solver.Demonstration.Drafts.WeekCalendar;

namespace Rostering.Solver.Demonstration.Demands;

/// <summary>
/// Sixty services, two a locality: a group home of four, eight people in tenancies around it, and group sessions. The first service
/// is the pilot: eight people on individual funds [000:237].
/// </summary>
internal sealed class CedarDemand(DemandBook book, Dice dice)
{
    private const int ServicesALocality = 2;
    private const int PilotPeople = 8;

    /// <summary>Old contracts pay more than new ones, without being a different grade (steps assumed).</summary>
    private static readonly int[] PencePerHour = [1_345, 1_345, 1_395, 1_460];

    public void Draw()
    {
        foreach (var locality in Localities.Forth)
        {
            var centre = book.Places.Public(locality, $"Resource centre, {locality.Name}");
            for (var number = 1; number <= ServicesALocality; number++)
            {
                var service = book.AddService($"{locality.Name} {number}", locality, dice.Pick(PencePerHour));
                if (book.Services.Count == 1)
                    AddPilot(service, centre);
                else
                    AddOrdinary(service, centre);
            }
        }
    }

    private void AddPilot(Service service, Place centre)
    {
        for (var number = 0; number < PilotPeople; number++)
        {
            var person = AddTenant(service, moneyLimits: true);
            AddTenantVisits(person, outingDay: 5);
            book.AddCinema(person, centre, At(5, 12, 30));
        }
    }

    private void AddOrdinary(Service service, Place centre)
    {
        AddGroupHome(service);
        var tenants = Enumerable.Range(0, 8).Select(_ => AddTenant(service, moneyLimits: false)).ToImmutableArray();
        tenants[0].IncompatibleWith.Add(tenants[1]);
        tenants[1].IncompatibleWith.Add(tenants[0]);
        foreach (var tenant in tenants)
        {
            var outingDay = dice.Chance(25) ? dice.Between(5, 6) : -1;
            AddTenantVisits(tenant, outingDay);
            if (outingDay >= 0)
                book.AddCinema(tenant, centre, At(outingDay, 10, 30));
        }

        foreach (var session in Enumerable.Range(0, 4))
            AddGroupSession(tenants, centre, At(session, dice.Chance(20) ? 10 : 13, 30));
        if (dice.Chance(30))
            book.Add(book.Gathering(service, VisitKind.Training, centre, At(4, 13), 180) with { Need = Need.Moderate });
    }

    /// <summary>Two on duty in the morning for four residents, one later and by night; they share the cost, as each of them agreed.</summary>
    private void AddGroupHome(Service service)
    {
        var home = book.Places.Home(service.Locality, 1_500);
        var needs = PersonTraits.DrawNeeds(dice);
        var wakes = dice.Chance(30);
        var residents = Enumerable.Range(0, 4)
            .Select(_ => book.AddPerson(service, new PersonTraits { Home = home, Needs = needs }))
            .ToImmutableArray();
        for (var day = 0; day < 7; day++)
        {
            AddHomeShift(residents, At(day, 6, 30), 2);
            AddHomeShift(residents, At(day, 14, 30), 1);
            AddHomeNight(residents, At(day, 22, 30), wakes);
        }
    }

    private void AddHomeNight(ImmutableArray<DraftPerson> residents, int start, bool wakes)
    {
        var night = book.Visit(residents, residents[0].Home, start, 480);
        book.Add(night with
        {
            Kind = wakes ? VisitKind.WakingNight : VisitKind.Sleepover,
            Need = Need.Critical,
            SpecialHazard = wakes && night.Competencies.Contains(Skills.PositiveBehaviour),
            Competencies = night.Competencies.Add(Skills.Sssc),
        });
    }

    private void AddHomeShift(ImmutableArray<DraftPerson> residents, int start, int onDuty) =>
        book.Add(book.Visit(residents, residents[0].Home, start, 480) with { Workers = onDuty, Need = Need.Critical });

    private DraftPerson AddTenant(Service service, bool moneyLimits) => book.AddPerson(service, new PersonTraits
    {
        Needs = PersonTraits.DrawNeeds(dice),
        SameGenderOnly = dice.Chance(5),
        KnownWorkersOnly = dice.Chance(8),
        MoneyLimits = moneyLimits,
    });

    /// <summary>Mornings, some lunches and evenings, except where an outing fills the day.</summary>
    private void AddTenantVisits(DraftPerson tenant, int outingDay)
    {
        var (morning, evening) = (At(0, 7) + (15 * dice.Between(0, 11)), At(0, 16, 30) + (15 * dice.Between(0, 12)));
        for (var day = 0; day < 7; day++)
        {
            Add(tenant, At(day, 0) + morning, dice.Pick([45, 60, 90]), flex: 30);
            if (day < 6 && dice.Chance(75))
                Add(tenant, At(day, 12), 60, flex: 15);
            if (day != outingDay)
                Add(tenant, At(day, 0) + evening, dice.Pick([60, 60, 90, 120]), flex: 30);
        }

    }

    /// <summary>Three to five people who agreed to share, none of whom clash, with two workers.</summary>
    private void AddGroupSession(IEnumerable<DraftPerson> tenants, Place centre, int start)
    {
        var group = new List<DraftPerson>();
        foreach (var tenant in dice.Shuffled(tenants.Where(tenant => tenant.Requirements.IsEmpty)))
        {
            if (group.Count < 5 && !group.Exists(tenant.IncompatibleWith.Contains) && !IsBusy(tenant, start, start + 150))
                group.Add(tenant);
        }

        if (group.Count >= 3)
            book.Add(book.Visit([.. group], centre, start, 150) with { Kind = VisitKind.GroupSession, Workers = 2, Need = Need.Moderate });
    }

    private static bool IsBusy(DraftPerson person, int from, int to) => person.Service.Visits.Exists(visit =>
        visit.People.Contains(person) && visit.Start - visit.Flex < to && from < visit.Start + visit.Flex + visit.Minutes);

    private void Add(DraftPerson person, int start, int minutes, int flex) =>
        book.Add(book.Visit(person, start, minutes) with { Flex = flex, Need = dice.Chance(50) ? Need.Critical : Need.Substantial });
}
