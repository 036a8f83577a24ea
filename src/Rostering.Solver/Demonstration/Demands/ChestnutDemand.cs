using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;
using static Rostering.Solver.Demonstration.Drafts.WeekCalendar;

namespace Rostering.Solver.Demonstration.Demands;

/// <summary>
/// Nine hundred people in fourteen areas, fifty of them on individual budgets [000:243]. Most have two or three short visits a week;
/// each area also has a house of supported accommodation that is staffed day and night.
/// </summary>
internal sealed class ChestnutDemand(DemandBook book, Dice dice)
{
    private const int People = 900;
    private const int IndividualBudgets = 50;
    private const int Residents = 8;

    private static readonly Weighted<int>[] Lengths = [new(30, 20), new(45, 25), new(60, 37), new(90, 18)];

    private static readonly Weighted<int>[] VisitsAWeek = [new(1, 12), new(2, 26), new(3, 32), new(4, 20), new(5, 10)];

    public void Draw()
    {
        var areas = Localities.Clydeside;
        for (var index = 0; index < areas.Count; index++)
        {
            var service = book.AddService(areas[index].Name, areas[index], dice.Pick([1_345, 1_345, 1_360]));
            AddAccommodation(service);
            var visited = Share(People, areas.Count, index) - Residents;
            var budgets = Share(IndividualBudgets, areas.Count, index);
            for (var number = 0; number < visited; number++)
                AddVisited(service, individualBudget: number < budgets);
            AddCouple(service);
        }
    }

    private static int Share(int total, int parts, int index) => (total / parts) + (index < total % parts ? 1 : 0);

    private void AddAccommodation(Service service)
    {
        var house = book.Places.Home(service.Locality, 1_200);
        var residents = Enumerable.Range(0, Residents)
            .Select(_ => book.AddPerson(service, new PersonTraits { Home = house }))
            .ToImmutableArray();
        for (var day = 0; day < 7; day++)
        {
            AddShift(residents, VisitKind.Support, At(day, 7, 30), 420);
            AddShift(residents, VisitKind.Support, At(day, 14, 30), 420);
            AddShift(residents, VisitKind.WakingNight, At(day, 21, 30), 600);
        }
    }

    private void AddShift(ImmutableArray<DraftPerson> residents, VisitKind kind, int start, int minutes)
    {
        var shift = book.Visit(residents, residents[0].Home, start, minutes);
        var skills = shift.Competencies.Add(Skills.Naloxone);
        book.Add(shift with { Kind = kind, Need = Need.Critical, Competencies = kind == VisitKind.WakingNight ? skills.Add(Skills.Sssc) : skills });
    }

    private void AddVisited(Service service, bool individualBudget)
    {
        var person = book.AddPerson(service, new PersonTraits
        {
            Needs = DrawNeeds(),
            SameGenderOnly = dice.Chance(4),
            Language = dice.Chance(1) ? "Urdu" : null,
            KnownWorkersOnly = dice.Chance(5),
            MoneyLimits = individualBudget,
        });
        var count = individualBudget ? dice.Between(4, 7) : dice.PickWeighted(VisitsAWeek);
        foreach (var day in dice.Some(Enumerable.Range(0, dice.Chance(20) ? 7 : 5), count).Order())
            AddVisit(person, At(day, 9, 15 * dice.Between(0, 36)), individualBudget ? dice.Pick([60, 90, 120]) : dice.PickWeighted(Lengths));
        if (person.Needs.Contains(Skills.Medication) && !individualBudget)
            AddSecondDose(person);
    }

    private ImmutableArray<Competency> DrawNeeds() => dice.Below(100) switch
    {
        < 10 => [Skills.Medication],
        < 17 => [Skills.Naloxone],
        < 23 => [Skills.SuicidePrevention],
        _ => [],
    };

    private void AddVisit(DraftPerson person, int start, int minutes) => book.Add(book.Visit(person, start, minutes) with
    {
        Flex = dice.Pick([0, 30, 45, 60]),
        Workers = dice.Chance(3) ? 2 : 1,
        GradeMin = dice.Chance(2) ? 2 : 1,
        Need = dice.Pick([Need.Critical, Need.Substantial, Need.Substantial, Need.Moderate, Need.Low]),
    });

    /// <summary>The day's second dose, four hours after the first visit has ended.</summary>
    private void AddSecondDose(DraftPerson person)
    {
        var first = person.Service.Visits[^1];
        if (first.Start % Day > 14 * Hour)
            return;

        var second = book.Add(book.Visit(person, first.Start + first.Minutes + 285, 30) with { Flex = 60, Need = Need.Critical });
        book.Follow(first, second, 240);
    }

    /// <summary>Two people of one household who are seen at the same time by different workers.</summary>
    private void AddCouple(Service service)
    {
        var (one, other) = (service.People[^1], service.People[^2]);
        var start = At(dice.Between(0, 4), 11);
        if (IsBusy(one, start) || IsBusy(other, start))
            return;

        var first = book.Add(book.Visit(one, start, 60) with { Flex = 30 });
        var second = book.Add(book.Visit([other], one.Home, start, 60) with { Flex = 30 });
        book.StartTogether(first, second);
    }

    private static bool IsBusy(DraftPerson person, int start) =>
        person.Service.Visits.Exists(visit => visit.People.Contains(person) && visit.Day == start / Day);
}
