using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Rules.StaffRatio;

namespace Rostering.Solver.Explain;

/// <summary>
/// Explains a visit by trying everybody: the same rules that made the rota say what would be better, worse or forbidden with another
/// worker.
/// </summary>
public sealed class VisitExplainer
{
    private readonly PreparedProblem problem;
    private readonly Schedule schedule;
    private readonly LocalFindings findings;
    private readonly ImmutableArray<long> weights;

    public VisitExplainer(Schedule schedule)
    {
        problem = schedule.Problem;
        this.schedule = schedule.Copy();
        findings = new LocalFindings(problem);
        weights = RuleCatalogue.Weights(problem);
    }

    /// <summary>Explains one visit.</summary>
    public VisitExplanation Explain(int visit)
    {
        PreparedVisit data = problem.Visits[visit];
        int[] team = schedule.Workers(visit);
        List<Trial> trials = [.. problem.Workers.Where(w => !team.Contains(w.Index)).Select(worker => Best(data, team, worker.Index))];
        ImmutableArray<Alternative> alternatives =
        [
            .. trials.Where(t => t.Broken.IsEmpty).OrderBy(t => t.Change).ThenBy(t => t.Worker)
                .Select(t => new Alternative(Id(t.Worker), Name(t.Worker), t.Change, Differences(t))),
        ];
        ImmutableArray<Refusal> refusals =
        [
            .. trials.Where(t => !t.Broken.IsEmpty)
                .OrderBy(t => problem.Workers[t.Worker].TeamPay[data.Team] < 0)
                .ThenBy(t => t.Broken.Select(f => f.Term).Distinct().Count()).ThenBy(t => t.Broken.Sum(f => f.Amount)).ThenBy(t => t.Worker)
                .Select(t => new Refusal(Id(t.Worker), Name(t.Worker), [.. t.Broken.Select(f => RuleCatalogue.Of(f.Term).Key).Distinct()], [.. t.Broken.Select(Sentence).Distinct()], problem.Workers[t.Worker].TeamPay[data.Team] >= 0)),
        ];
        ImmutableArray<ChosenWorker> chosen = [.. team.Select(worker => new ChosenWorker(Id(worker), Name(worker), Reasons.For(schedule, visit, worker)))];
        string headline = Summaries.Headline(schedule, data, chosen, alternatives);
        string summary = schedule.Covered(visit) || alternatives.Length >= data.Seats ? headline : headline + Summaries.Nearest(refusals);
        return new VisitExplanation(data.Source.Id, team.Length > 0, headline, summary, chosen, alternatives, refusals);
    }

    // In whose place, or at a gap at which start, the worker fits best; while the visit is covered its start stays.
    private Trial Best(PreparedVisit visit, int[] team, int worker)
    {
        IEnumerable<Trial> trials = team.Length > 0
            ? team.Select(leaves => Try(visit, team, schedule.StartIndex(visit.Index), [.. team.Where(w => w != leaves), worker]))
            : Enumerable.Range(0, visit.Starts.Length).Select(start => Try(visit, team, start, [worker]));
        return trials.Order(Trial.NearestFirst).First();
    }

    // The newcomer is the last of the new team.
    private Trial Try(PreparedVisit visit, int[] team, int start, int[] newTeam)
    {
        int worker = newTeam[^1];
        if (problem.Workers[worker].TeamPay[visit.Team] < 0)
        {
            return new Trial(worker, [.. findings.OfPair(problem.Workers[worker], visit, start).Where(f => f.Term.Level == RuleLevel.Hard)], ImmutableDictionary<Term, long>.Empty, RotaScore.Zero);
        }

        int[] concerned = [.. team, worker];
        int oldStart = schedule.StartIndex(visit.Index);
        IReadOnlyList<Finding> before = findings.Around(schedule, visit.Index, concerned);
        schedule.Set(visit.Index, start, newTeam);
        IReadOnlyList<Finding> after = findings.Around(schedule, visit.Index, concerned);
        schedule.Set(visit.Index, oldStart, team);
        return Compare(worker, before, after);
    }

    private Trial Compare(int worker, IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        Dictionary<(Term, int, int, int), long> had = [];
        foreach (Finding finding in before)
        {
            had[(finding.Term, finding.Worker, finding.Visit, finding.Other)] = had.GetValueOrDefault((finding.Term, finding.Worker, finding.Visit, finding.Other)) + finding.Amount;
        }

        ImmutableArray<Finding> broken =
        [
            .. after.Where(f => f.Term.Level == RuleLevel.Hard && f.Term != StaffRatioRule.Breach && f.Amount > had.GetValueOrDefault((f.Term, f.Worker, f.Visit, f.Other))),
        ];
        Dictionary<Term, long> change = [];
        foreach ((Finding finding, int sign) in after.Select(f => (f, 1)).Concat(before.Select(f => (f, -1))))
        {
            change[finding.Term] = change.GetValueOrDefault(finding.Term) + (sign * finding.Amount);
        }

        return new Trial(worker, broken, change.Where(c => c.Value != 0 && c.Key.Level != RuleLevel.Hard).ToImmutableDictionary(), Score(change));
    }

    private RotaScore Score(Dictionary<Term, long> change) => new(
        0,
        change.Where(c => c.Key.Level == RuleLevel.Uncovered).Sum(c => c.Value * weights[c.Key.Index]),
        change.Where(c => c.Key.Level == RuleLevel.Soft).Sum(c => c.Value * weights[c.Key.Index]));

    private ImmutableArray<string> Differences(Trial trial) =>
    [
        .. trial.Terms.Where(t => t.Key.Level == RuleLevel.Soft)
            .OrderByDescending(t => Math.Abs(t.Value * weights[t.Key.Index])).ThenBy(t => t.Key.Index)
            .Select(t => Summaries.Difference(t.Key, t.Value, t.Value * weights[t.Key.Index])),
    ];

    private string Sentence(Finding finding) => RuleCatalogue.Of(finding.Term).Describe(problem, finding);

    private Rostering.Solver.Problem.WorkerId Id(int worker) => problem.Workers[worker].Source.Id;

    private string Name(int worker) => problem.Workers[worker].Source.Name;
}

/// <summary>What would happen if a worker came.</summary>
internal sealed record Trial(int Worker, ImmutableArray<Finding> Broken, ImmutableDictionary<Term, long> Terms, RotaScore Change)
{
    public static readonly IComparer<Trial> NearestFirst = Comparer<Trial>.Create((a, b) =>
        a.Broken.Length != b.Broken.Length ? a.Broken.Length.CompareTo(b.Broken.Length) : a.Change.CompareTo(b.Change));
}
