using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Tests.Builders;

/// <summary>
/// Builds a week from what a test is about; everything else has a sane default. There is one team, <c>team</c>, one place, <c>town</c>,
/// and one person, <c>pat</c>, with an ample fund. Workers live in town, drive, and are free all week.
/// <code>
/// new ProblemBuilder()
///     .Worker("ann")
///     .Worker("bob", w => w with { Grade = 2 })
///     .Visit("v1", "mon 07:00", minutes: 60, window: 30)
///     .Build();
/// </code>
/// </summary>
internal sealed class ProblemBuilder
{
    public const string Team = "team";
    public const string Town = "town";
    public const string Pat = "pat";

    private static readonly CouncilId Council = new("council");

    private readonly LocalDate monday;
    private RotaProblem problem;

    public ProblemBuilder() : this(TestWeek.Monday) { }

    /// <summary>A week that starts on <paramref name="monday"/>, for tests of clock changes.</summary>
    public ProblemBuilder(LocalDate monday)
    {
        this.monday = monday;
        problem = new RotaProblem
        {
            Format = 1,
            Provider = "Oakwood Test",
            WeekStart = monday,
            Councils =
            [
                new Council
                {
                    Id = Council,
                    Name = "Council",
                    ContingencyPermille = 100,
                    SurplusCapPermille = 50,
                    InvoiceCycle = InvoiceCycle.FourWeekly,
                },
            ],
            Travel = TestTerms.Travel,
            Parameters = TestTerms.Parameters,
            Weights = TestTerms.Weights,
        };
        InTeam(Team).At(Town, 0, 0).Person(Pat);
    }

    /// <summary>A place, by its distance east and north of the town in metres.</summary>
    public ProblemBuilder At(string place, int eastingMetres, int northingMetres) => With(p => p with
    {
        Places = p.Places.Add(new Place
        {
            Id = new PlaceId(place),
            Name = place,
            Locality = place,
            EastingMetres = 250_000 + eastingMetres,
            NorthingMetres = 660_000 + northingMetres,
        }),
    });

    /// <summary>A second team.</summary>
    public ProblemBuilder InTeam(string team) =>
        With(p => p with { Teams = p.Teams.Add(new ServiceTeam { Id = new TeamId(team), Name = team }) });

    /// <summary>A person with a fund <c>{id}-fund</c>.</summary>
    public ProblemBuilder Person(
        string id, Func<Person, Person>? with = null, string home = Town, string team = Team, long pence = 10_000_000, long? minutes = null)
    {
        var person = new Person { Id = new PersonId(id), Name = id, Home = new PlaceId(home), Team = new TeamId(team) };
        var fund = new Fund
        {
            Id = FundOf(id),
            Person = person.Id,
            Council = Council,
            AvailablePence = pence,
            AvailableMinutes = minutes,
        };
        return With(p => p with { People = p.People.Add(with?.Invoke(person) ?? person), Funds = p.Funds.Add(fund) });
    }

    /// <summary>A worker free all week and into the Monday after, with 30 hours in each of the last 16 weeks.</summary>
    public ProblemBuilder Worker(string id, Func<Worker, Worker>? with = null, string home = Town, string team = Team)
    {
        var worker = new Worker
        {
            Id = new WorkerId(id),
            Name = id,
            Home = new PlaceId(home),
            BirthDate = new LocalDate(1990, 1, 1),
            Contract = new Contract { Kind = ContractKind.PartTimeFlex, ContractedMinutes = 0, MinutesMax = 48 * 60 },
            Teams = [new Membership { Team = new TeamId(team), PencePerHour = 1_345 }],
            Available = [TestWeek.Span("mon 00:00", "next mon 12:00", monday)],
            Modes = [TravelMode.Car],
            History = new WorkHistory { WorkedMinutes = 16 * 30 * 60, Weeks = 16, TypicalMinutes = 30 * 60, RestDaysLastWeek = 2 },
        };
        return With(p => p with { Workers = p.Workers.Add(with?.Invoke(worker) ?? worker) });
    }

    /// <summary>A visit at the person's home that starts at <paramref name="start"/>, or up to so many minutes of window later.</summary>
    public ProblemBuilder Visit(
        string id, string start, Func<Visit, Visit>? with = null, int minutes = 60, string person = Pat, int window = 0, int workers = 1)
    {
        var supported = problem.People.Single(p => p.Id == new PersonId(person));
        var earliest = TestWeek.At(start, monday);
        var visit = new Visit
        {
            Id = new VisitId(id),
            Kind = VisitKind.Support,
            Shares = [Share(person, 1_000)],
            Team = supported.Team,
            Place = supported.Home,
            EarliestStart = earliest,
            LatestStart = earliest.PlusMinutes(window),
            Minutes = minutes,
            Workers = workers,
            Need = Need.Substantial,
        };
        return With(p => p with { Visits = p.Visits.Add(with?.Invoke(visit) ?? visit) });
    }

    /// <summary>The second visit follows the first after a gap within the limits.</summary>
    public ProblemBuilder Precedence(string first, string second, int gapMin = 0, int? gapMax = null) =>
        Link(LinkKind.Precedence, first, second, gapMin, gapMax);

    /// <summary>The two visits start together.</summary>
    public ProblemBuilder Synchronised(string first, string second) => Link(LinkKind.Synchronised, first, second, 0, null);

    public ProblemBuilder Pin(string visit, string worker, string? start = null) => With(p => p with
    {
        Pins = p.Pins.Add(new Pin
        {
            Visit = new VisitId(visit),
            Worker = new WorkerId(worker),
            Start = start is null ? null : TestWeek.At(start, monday),
        }),
    });

    /// <summary>The rota people already hold, written as in <see cref="Rotas.Of"/>.</summary>
    public ProblemBuilder Published(string frozenUntil, params (string Visit, string Start, string Workers)[] visits) => With(p => p with
    {
        Published = new PublishedRota
        {
            FrozenUntil = TestWeek.At(frozenUntil, monday),
            Visits = [.. Rotas.Of(p, visits).Assignments.Select(AsPublished)],
        },
    });

    /// <summary>Sets one rule parameter in place of its default.</summary>
    public ProblemBuilder Parameter(string key, long value) =>
        With(p => p with { Parameters = [.. p.Parameters.Where(old => old.Key != key), TestTerms.Parameter(key, value)] });

    public ProblemBuilder Weight(string key, long value) => With(p => p with { Weights = p.Weights.SetItem(key, value) });

    /// <summary>Only this term counts: every other weight is nil.</summary>
    public ProblemBuilder OnlyWeight(string key, long value) =>
        With(p => p with { Weights = WeightKeys.All.ToImmutableDictionary(k => k, k => k == key ? value : 0, StringComparer.Ordinal) });

    /// <summary>Any other change of the problem.</summary>
    public ProblemBuilder With(Func<RotaProblem, RotaProblem> change)
    {
        problem = change(problem);
        return this;
    }

    public RotaProblem Build() => problem;

    /// <summary>A person's part in a visit, paid from the person's fund.</summary>
    public static Share Share(string person, int permille, bool consented = false) =>
        new() { Person = new PersonId(person), Fund = FundOf(person), Permille = permille, Consented = consented };

    private static PublishedVisit AsPublished(Assignment made) => new() { Visit = made.Visit, Start = made.Start, Workers = made.Workers };

    private static FundId FundOf(string person) => new($"{person}-fund");

    private ProblemBuilder Link(LinkKind kind, string first, string second, int gapMin, int? gapMax) => With(p => p with
    {
        Links = p.Links.Add(new VisitLink
        {
            Kind = kind,
            First = new VisitId(first),
            Second = new VisitId(second),
            GapMinutesMin = gapMin,
            GapMinutesMax = gapMax,
        }),
    });
}
