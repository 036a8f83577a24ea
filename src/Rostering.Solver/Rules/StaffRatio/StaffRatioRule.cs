using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.StaffRatio;

/// <summary>A visit is made by exactly the workers it needs at once, or by nobody (H07). Counted in workers too few or too many.</summary>
public sealed class StaffRatioRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("staff-ratio", RuleLevel.Hard, "workers too few or too many");

    public override string Key => Breach.Key;
    public override string Sentence => "A visit has exactly the number of workers its activity needs, or is left uncovered.";
    public override string Source => "requirements H07 [001:1818-1819]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (schedule.Covered(visit.Index))
        {
            int workers = schedule.Workers(visit.Index).Length;
            sink.Add(Breach, Math.Abs(workers - visit.Seats), visit: visit.Index, have: workers, need: visit.Seats);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Opening(problem, finding.Visit)} has {Wording.Count(finding.Have, "worker")}, needs {finding.Need}.";
}
