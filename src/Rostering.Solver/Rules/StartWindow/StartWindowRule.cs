using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.StartWindow;

/// <summary>
/// A visit starts inside its window: on the grid of starts, or at a start that somebody named. Counted in minutes outside the window, or
/// past the last start of the grid.
/// </summary>
public sealed class StartWindowRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("start-window", RuleLevel.Hard, "minutes outside");

    public override string Key => Breach.Key;
    public override string Sentence => "A visit starts inside the window that the person agreed to.";
    public override string Source => "house rule; requirements §8.2 item 6 [000:508]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (!schedule.Covered(visit.Index) || visit.AllowsStart(schedule.Start(visit.Index)))
        {
            return;
        }

        int start = schedule.Start(visit.Index);
        int allowed = start < visit.EarliestStart ? visit.EarliestStart
            : start > visit.LatestStart ? visit.LatestStart
            : start - ((start - visit.EarliestStart) % visit.StartStep);
        sink.Add(Breach, Math.Abs(start - allowed), visit: visit.Index, have: start, need: allowed);
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        PreparedVisit visit = problem.Visits[finding.Visit];
        return $"{Wording.Opening(problem, finding.Visit)} starts {Wording.When(problem, finding.Have)}, {Wording.Hours(finding.Amount)} away from {Wording.When(problem, finding.Need)}; "
            + $"it may start every {Wording.Hours(visit.StartStep)} from {Wording.When(problem, visit.EarliestStart)} to {Wording.When(problem, visit.LatestStart)}.";
    }
}
