using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>
/// Explains a visit by trying everybody: the same rules that made the rota say what would be better, worse or forbidden with another
/// worker.
/// </summary>
public sealed class VisitExplainer
{
    private readonly PreparedProblem problem;
    private readonly Schedule schedule;
    private readonly Trials trials;

    public VisitExplainer(Schedule schedule)
    {
        problem = schedule.Problem;
        this.schedule = schedule.Copy();
        trials = new Trials(schedule);
    }

    /// <summary>Explains one visit.</summary>
    public VisitExplanation Explain(int visit)
    {
        PreparedVisit data = problem.Visits[visit];
        int[] team = schedule.Workers(visit);
        ImmutableArray<Trial> ranked = trials.Ranked(data, problem.Workers.Where(w => !team.Contains(w.Index)).Select(worker => Best(data, team, worker.Index)));
        ImmutableArray<Alternative> alternatives =
        [
            .. ranked.Where(t => t.Broken.IsEmpty).Select(t => new Alternative(Id(t.Worker), Name(t.Worker), t.Change, trials.Differences(t))),
        ];
        ImmutableArray<Refusal> refusals =
        [
            .. ranked.Where(t => !t.Broken.IsEmpty)
                .Select(t => new Refusal(Id(t.Worker), Name(t.Worker), [.. t.Broken.Select(f => RuleCatalogue.Of(f.Term).Key).Distinct()], [.. t.Broken.Select(trials.Sentence).Distinct()], problem.Workers[t.Worker].TeamPay[data.Team] >= 0)),
        ];
        ImmutableArray<ChosenWorker> chosen = [.. team.Select(worker => new ChosenWorker(Id(worker), Name(worker), Reasons.For(schedule, visit, worker)))];
        string headline = Summaries.Headline(schedule, data, chosen, alternatives);
        string summary = schedule.Covered(visit) || alternatives.Length >= data.Seats ? headline : headline + Summaries.Nearest(refusals);
        return new VisitExplanation(data.Source.Id, team.Length > 0, headline, summary, chosen, alternatives, refusals);
    }

    // In whose place, or at a gap at which start, the worker fits best; while the visit is covered its start stays.
    private Trial Best(PreparedVisit visit, int[] team, int worker)
    {
        IEnumerable<Trial> ways = team.Length > 0
            ? team.Select(leaves => trials.Of(visit, schedule.StartIndex(visit.Index), [.. team.Where(w => w != leaves), worker]))
            : Enumerable.Range(0, visit.Starts.Length).Select(start => trials.Of(visit, start, [worker]));
        return ways.Order(Trial.NearestFirst).First();
    }

    private Rostering.Solver.Problem.WorkerId Id(int worker) => problem.Workers[worker].Source.Id;

    private string Name(int worker) => problem.Workers[worker].Source.Name;
}
