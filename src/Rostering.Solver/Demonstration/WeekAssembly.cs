using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Demonstration.Demands;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Plan;
using Rostering.Solver.Demonstration.Records;
using Rostering.Solver.Demonstration.Staff;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Demonstration;

/// <summary>
/// Makes a week in the order that keeps it possible: what people want, who works there, a hidden plan, gaps, and only then history,
/// absence, wishes and money around the plan.
/// </summary>
internal sealed class WeekAssembly
{
    private readonly ProviderProfile profile;
    private readonly WeekCalendar calendar;
    private readonly Dice dice;
    private readonly PlaceBook places;
    private readonly DemandBook demand;
    private readonly VisitRecords visits;
    private ImmutableArray<DraftWorker> workers = [];

    public WeekAssembly(DemonstrationProvider provider, int seed, LocalDate weekStart)
    {
        profile = ProviderProfile.Of(provider);
        calendar = new WeekCalendar(weekStart);
        dice = Dice.Of(provider, seed);
        places = new PlaceBook(profile.Localities, dice.Fork("places"));
        var names = new NameBook(dice.Fork("names"));
        demand = new DemandBook(calendar, places, names, dice.Fork("people"));
        visits = new VisitRecords(calendar);
        Draw(provider, dice.Fork("demand"));
        workers = new Recruitment(profile, places, names, dice.Fork("staff")).Hire(demand.Services);
    }

    public DemonstrationWeek Assemble()
    {
        var staff = PreparedProblem.From(WithoutVisits());
        var plan = new HiddenPlanner(calendar, staff, workers, dice.Fork("plan")).Plan(demand);
        new SecondTeams(profile, demand.Services, dice.Fork("teams")).Share(workers);
        var gaps = new Gaps(calendar, demand, dice.Fork("gaps")).Add(profile);
        var rota = visits.Rota(plan);
        return new DemonstrationWeek
        {
            Problem = Finish(WithoutVisits() with { Visits = [.. demand.Visits.Select(visits.For)], Links = [.. demand.Links] }, rota, gaps),
            Planned = rota,
            Uncoverable = [.. gaps.Select(gap => new UncoverableVisit(gap.Visit.Id, gap.Reason))],
        };
    }

    private void Draw(DemonstrationProvider provider, Dice chance)
    {
        switch (provider)
        {
            case DemonstrationProvider.Oakwood:
                new OakwoodDemand(demand, chance).Draw();
                break;
            case DemonstrationProvider.Cedar:
                new CedarDemand(demand, chance).Draw();
                break;
            default:
                new ChestnutDemand(demand, chance).Draw();
                break;
        }
    }

    /// <summary>The people, places and terms of the week, without histories and without limits on money.</summary>
    private RotaProblem WithoutVisits() => new()
    {
        Format = 1,
        Provider = profile.Name,
        WeekStart = calendar.Start,
        Zone = WeekCalendar.Zone,
        Councils = Councils.All,
        Teams = [.. demand.Services.Select(service => new ServiceTeam { Id = service.Id, Name = service.Name })],
        Places = [.. places.Places],
        People = [.. demand.People.Select(person => new Person { Id = person.Id, Name = person.Name, Home = person.Home.Id, Team = person.Service.Id })],
        Funds = [.. demand.People.Select(FundRecords.Open)],
        Workers = [.. workers.Select(worker => WorkerRecords.Bare(calendar, worker))],
        Travel = Travel.For(profile.Provider, calendar.Start),
        PayBands = PayBands.All,
        Parameters = [.. LawParameters.All, .. HouseParameters.For(profile.Provider)],
        Weights = SoftWeights.All,
    };

    private RotaProblem Finish(RotaProblem bare, WeeklyRota rota, ImmutableArray<DraftGap> gaps)
    {
        var prepared = PreparedProblem.From(bare);
        var people = new PersonRecords(calendar, dice.Fork("relations"));
        return bare with
        {
            People = [.. demand.People.Select(people.For)],
            Funds = Funds(prepared, rota, gaps),
            Workers = Workers(prepared, rota),
            Pins = Pins(rota),
        };
    }

    private ImmutableArray<Worker> Workers(PreparedProblem prepared, WeeklyRota rota)
    {
        var records = new WorkerRecords(calendar, dice.Fork("workers"));
        var schedule = Schedules.From(prepared, rota);
        var timeline = new WorkerTimeline(prepared);
        var finished = ImmutableArray.CreateBuilder<Worker>(workers.Length);
        for (var index = 0; index < workers.Length; index++)
        {
            timeline.Load(schedule, index);
            finished.Add(records.Finish(workers[index], timeline.WorkingMinutes, timeline.PaidMinutes));
        }

        return finished.MoveToImmutable();
    }

    private ImmutableArray<Fund> Funds(PreparedProblem prepared, WeeklyRota rota, ImmutableArray<DraftGap> gaps)
    {
        var records = new FundRecords(dice.Fork("funds"));
        var planned = FundRecords.Planned(prepared, rota);
        var gapMinutes = gaps.ToLookup(gap => gap.Visit.People[0], gap => gap.Visit.Minutes * gap.Visit.Workers);
        return
        [
            .. demand.People.Select((person, index) =>
            {
                long minutes = gapMinutes[person].Sum();
                return records.Finish(person, planned[index], minutes * person.Service.RateFor(2) / 40, minutes);
            }),
        ];
    }

    /// <summary>A few assignments fixed by hand, as the hidden plan has them.</summary>
    private ImmutableArray<Pin> Pins(WeeklyRota rota) =>
    [
        .. dice.Fork("pins").Some(rota.Assignments.Where(assignment => assignment.Workers.Length == 1), Math.Max(3, rota.Assignments.Length / 800))
            .Select((assignment, index) => new Pin
            {
                Visit = assignment.Visit,
                Worker = assignment.Workers[0],
                Start = index % 2 == 0 ? assignment.Start : null,
            }),
    ];
}
