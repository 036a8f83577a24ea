using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.VisitLength;

/// <summary>Support to a person lasts at least the least minutes of the house, or is left uncovered and shown as a gap (H13). Counted in minutes short.</summary>
public sealed class VisitLengthRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("visit-length", RuleLevel.Hard, "minutes short");

    public override string Key => Breach.Key;
    public override string Sentence => "No visit to a person is shorter than the provider's minimum.";
    public override string Source => "requirements H13 [001:676]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (schedule.Covered(visit.Index))
        {
            sink.Add(Breach, visit.MinutesMin - visit.Minutes, visit: visit.Index, have: visit.Minutes, need: visit.MinutesMin);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Opening(problem, finding.Visit)} lasts {Wording.Hours(finding.Have)}, support must last at least {Wording.Hours(finding.Need)}.";
}
