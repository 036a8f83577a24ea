using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>
/// A validated <see cref="RotaProblem"/> with integers ready: minutes of the week, indices for ids, thousandths of pennies. Rules, search
/// and checker all read this one form. Immutable, and safe to share between threads.
/// </summary>
public sealed class PreparedProblem
{
    private readonly int onCostPermille;

    private PreparedProblem(RotaProblem problem, ILookup<VisitId, LocalDateTime> extraStarts)
    {
        Source = problem;
        Clock = new WeekClock(problem.WeekStart, DateTimeZoneProviders.Tzdb[problem.Zone]);
        Limits = new Limits(problem.Parameters, problem.WeekStart);
        NightTime = Clock.EachDay(Limits[ParameterKeys.NightFromMinuteOfDay], Limits[ParameterKeys.NightToMinuteOfDay]);
        YoungClosedHours = Clock.EachDay(Limits[ParameterKeys.YoungNightFromMinuteOfDay], Limits[ParameterKeys.YoungNightToMinuteOfDay]);
        onCostPermille = Limits[ParameterKeys.OnCostPermille];
        Index = new ProblemIndex(problem);
        Localities = LocalityNumbers(problem.Places);
        Travel = new TravelTable(problem, Clock, Index.Places);
        Workers = [.. problem.Workers.Select((worker, i) => WorkerPreparation.Prepare(this, worker, i))];
        Visits = VisitPreparation.Prepare(this, extraStarts);
        People = PersonPreparation.Prepare(this);
        Funds = [.. problem.Funds.Select((fund, i) => new PreparedFund(i, fund, (fund.AvailablePence + fund.ApprovedDeficitPence) * 1_000_000, fund.AvailableMinutes * 1000 ?? long.MaxValue))];
        Links = [.. problem.Links.Select((link, i) => new PreparedLink(i, link.Kind, Index.Visits[link.First], Index.Visits[link.Second], link.GapMinutesMin, link.GapMinutesMax ?? int.MaxValue))];
        LinksByVisit = [.. Enumerable.Range(0, Visits.Length).Select(v => Links.Where(l => l.First == v || l.Second == v).ToImmutableArray())];
    }

    public RotaProblem Source { get; }
    public WeekClock Clock { get; }
    public Limits Limits { get; }

    /// <summary>Night time of every night around the week (reg 2).</summary>
    public ImmutableArray<MinuteSpan> NightTime { get; }

    /// <summary>The hours of every night around the week that are closed to ages 16 and 17 (reg 6A).</summary>
    public ImmutableArray<MinuteSpan> YoungClosedHours { get; }

    public ProblemIndex Index { get; }
    public TravelTable Travel { get; }

    /// <summary>For each place, a number that places of the same locality share.</summary>
    public ImmutableArray<int> Localities { get; }
    public ImmutableArray<PreparedWorker> Workers { get; }
    public ImmutableArray<PreparedVisit> Visits { get; }
    public ImmutableArray<PreparedPerson> People { get; }
    public ImmutableArray<PreparedFund> Funds { get; }
    public ImmutableArray<PreparedLink> Links { get; }

    /// <summary>For each visit, the links it takes part in.</summary>
    public ImmutableArray<ImmutableArray<PreparedLink>> LinksByVisit { get; }

    /// <summary>Prepares a problem that has passed validation.</summary>
    public static PreparedProblem From(RotaProblem problem) => From(problem, new WeeklyRota { Format = 1, Assignments = [] });

    /// <summary>
    /// Prepares a problem for a rota that may start visits at times the problem does not allow, so that the checker can judge it. The
    /// rota's own starts are added to the visits'; the rule about starts refuses them.
    /// </summary>
    public static PreparedProblem From(RotaProblem problem, WeeklyRota rota) => new(problem, rota.Assignments.ToLookup(a => a.Visit, a => a.Start));

    /// <summary>Weight of a soft term, in points a unit.</summary>
    public long Weight(string key) => Source.Weights.GetValueOrDefault(key);

    /// <summary>
    /// Cost to the provider of one worker making a visit at one of its starts, in thousandths of a penny: pay, premium and on-cost,
    /// rounded down once.
    /// </summary>
    public long VisitMilliPence(PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        Math.Max(0, worker.TeamPay[visit.Team]) * visit.PaidWeight[startIndex] * onCostPermille / 60_000;

    /// <summary>Cost of a minute's basic pay with on-cost, in thousandths of a penny, rounded down: what travel and waiting cost.</summary>
    public long MinuteMilliPence(PreparedWorker worker, int team) =>
        Math.Max(0, worker.TeamPay[team]) * (long)onCostPermille / 60;

    private static ImmutableArray<int> LocalityNumbers(ImmutableArray<Place> places)
    {
        ImmutableArray<string> localities = [.. places.Select(place => place.Locality).Distinct()];
        return [.. places.Select(place => localities.IndexOf(place.Locality))];
    }
}

/// <summary>A relation between two visits, by index.</summary>
public sealed record PreparedLink(int Index, LinkKind Kind, int First, int Second, int GapMin, int GapMax);

/// <summary>Positions of ids in the problem's lists.</summary>
public sealed class ProblemIndex(RotaProblem problem)
{
    public IReadOnlyDictionary<PlaceId, int> Places { get; } = Positions(problem.Places, place => place.Id);
    public IReadOnlyDictionary<TeamId, int> Teams { get; } = Positions(problem.Teams, team => team.Id);
    public IReadOnlyDictionary<PersonId, int> People { get; } = Positions(problem.People, person => person.Id);
    public IReadOnlyDictionary<FundId, int> Funds { get; } = Positions(problem.Funds, fund => fund.Id);
    public IReadOnlyDictionary<WorkerId, int> Workers { get; } = Positions(problem.Workers, worker => worker.Id);

    /// <summary>Competencies that some visit asks for.</summary>
    public IReadOnlyDictionary<Competency, int> Competencies { get; } = Positions([.. problem.Visits.SelectMany(v => v.Competencies).Distinct()], c => c);
    public IReadOnlyDictionary<VisitId, int> Visits { get; } = Positions(problem.Visits, visit => visit.Id);

    private static Dictionary<TId, int> Positions<T, TId>(ImmutableArray<T> items, Func<T, TId> id)
        where TId : notnull => items.Select((item, i) => (Id: id(item), i)).ToDictionary(pair => pair.Id, pair => pair.i);
}
