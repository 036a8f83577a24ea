using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Rules.StaffRatio;

namespace Rostering.Solver.Explain;

/// <summary>Puts a worker on a visit, asks the rules what that changes, and takes the worker off again.</summary>
internal sealed class Trials(Schedule schedule)
{
    private readonly PreparedProblem problem = schedule.Problem;
    private readonly LocalFindings findings = new(schedule);
    private readonly ImmutableArray<long> weights = RuleCatalogue.Weights(schedule.Problem);

    /// <summary>What would happen if the visit had this team, the newcomer last in it, at this start.</summary>
    public Trial Of(PreparedVisit visit, int start, int[] newTeam)
    {
        PreparedWorker newcomer = problem.Workers[newTeam[^1]];
        if (newcomer.TeamPay[visit.Team] < 0)
        {
            return new Trial(newcomer.Index, [.. findings.OfPair(newcomer, visit, start).Where(f => f.Term.Level == RuleLevel.Hard)], ImmutableDictionary<Term, long>.Empty, RotaScore.Zero);
        }

        int[] team = findings.Schedule.Workers(visit.Index);
        int oldStart = findings.Schedule.StartIndex(visit.Index);
        int[] concerned = [.. team.Except(newTeam), newcomer.Index];
        IReadOnlyList<Finding> before = findings.Around(visit.Index, concerned);
        findings.Place(visit.Index, start, newTeam);
        IReadOnlyList<Finding> after = findings.Around(visit.Index, concerned);
        Seat seat = Seat.Of(findings.WeekOf(newcomer.Index), visit.Index);
        findings.Place(visit.Index, oldStart, team);
        return Compare(newcomer.Index, before, after) with { Seat = seat };
    }

    /// <summary>Those who could come, best first; then those who could not, nearest first, and workers of other teams last.</summary>
    public ImmutableArray<Trial> Ranked(PreparedVisit visit, IEnumerable<Trial> all) =>
    [
        .. all.OrderBy(t => problem.Workers[t.Worker].TeamPay[visit.Team] < 0)
            .ThenBy(t => t.Broken.Select(f => f.Term).Distinct().Count()).ThenBy(t => t.Broken.Sum(f => f.Amount)).ThenBy(t => t.Change).ThenBy(t => t.Worker),
    ];

    /// <summary>A broken rule in words.</summary>
    public string Sentence(Finding finding) => RuleCatalogue.Of(finding.Term).Describe(problem, finding);

    /// <summary>The objectives that a trial would change, largest first, in words.</summary>
    public ImmutableArray<string> Differences(Trial trial) =>
    [
        .. trial.Terms.Where(t => t.Key.Level == RuleLevel.Soft)
            .OrderByDescending(t => Math.Abs(t.Value * weights[t.Key.Index])).ThenBy(t => t.Key.Index)
            .Select(t => Summaries.Difference(t.Key, t.Value, t.Value * weights[t.Key.Index])),
    ];

    private Trial Compare(int worker, IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        Dictionary<(Term, int, int, int), long> had = [];
        foreach (Finding finding in before)
        {
            had[Key(finding)] = had.GetValueOrDefault(Key(finding)) + finding.Amount;
        }

        ImmutableArray<Finding> broken =
        [
            .. after.Where(f => f.Term.Level == RuleLevel.Hard && f.Term != StaffRatioRule.Breach && f.Amount > had.GetValueOrDefault(Key(f))),
        ];
        Dictionary<Term, long> change = [];
        foreach ((Finding finding, int sign) in after.Select(f => (f, 1)).Concat(before.Select(f => (f, -1))))
        {
            change[finding.Term] = change.GetValueOrDefault(finding.Term) + (sign * finding.Amount);
        }

        return new Trial(worker, broken, change.Where(c => c.Value != 0 && c.Key.Level != RuleLevel.Hard).ToImmutableDictionary(), Score(change));
    }

    private static (Term Term, int Worker, int Visit, int Other) Key(Finding finding) => (finding.Term, finding.Worker, finding.Visit, finding.Other);

    private RotaScore Score(Dictionary<Term, long> change) => new(
        0,
        change.Where(c => c.Key.Level == RuleLevel.Uncovered).Sum(c => c.Value * weights[c.Key.Index]),
        change.Where(c => c.Key.Level == RuleLevel.Soft).Sum(c => c.Value * weights[c.Key.Index]));
}

/// <summary>What would happen if a worker came.</summary>
internal sealed record Trial(int Worker, ImmutableArray<Finding> Broken, ImmutableDictionary<Term, long> Terms, RotaScore Change)
{
    public static readonly IComparer<Trial> NearestFirst = Comparer<Trial>.Create((a, b) =>
        a.Broken.Length != b.Broken.Length ? a.Broken.Length.CompareTo(b.Broken.Length) : a.Change.CompareTo(b.Change));

    /// <summary>The visit in the worker's week; <c>null</c> for a worker of another team, who was not put there.</summary>
    public Seat? Seat { get; init; }
}

/// <summary>A visit as it lies in the week of a worker who makes it.</summary>
/// <param name="Journey">The journey to it.</param>
/// <param name="FromHome">That journey begins at home, not at the visit before.</param>
/// <param name="Charged">What the visit costs with the journey and wait before it, in thousandths of a penny.</param>
/// <param name="PaidMinutes">Paid minutes of the worker's week, the visit included.</param>
internal readonly record struct Seat(Journey Journey, bool FromHome, long Charged, int PaidMinutes)
{
    public static Seat Of(WorkerTimeline week, int visit)
    {
        int at = Array.FindIndex(week.Items.ToArray(), item => item.Visit == visit);
        bool fromVisit = at > 0 && week.Gaps[at - 1].Kind is GapKind.Paid or GapKind.Outing or GapKind.Split;
        Journey journey = fromVisit ? week.Gaps[at - 1].Journey : Array.Find(week.Duties.ToArray(), duty => duty.First == at).FromHome;
        return new Seat(journey, !fromVisit, week.Items[at].Charged, week.PaidMinutes);
    }
}
