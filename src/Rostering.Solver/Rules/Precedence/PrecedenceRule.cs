using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Precedence;

/// <summary>
/// Where one visit follows another, the gap from the end of the first to the start of the second is within its limits. It applies when
/// both are covered: losing the first is no reason to lose the second as well. Counted in minutes too short or too long.
/// </summary>
public sealed class PrecedenceRule : Rule, ILinkRule
{
    public static readonly Term Breach = new("precedence", RuleLevel.Hard, "minutes too short or too long");

    public override string Key => Breach.Key;
    public override string Sentence => "A visit that follows another starts after it, with a gap as short and as long as the plan allows.";
    public override string Source => "the person's plan; requirements §8.2 item 6 [000:508]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckLink(Schedule schedule, PreparedLink link, FindingSink sink)
    {
        if (link.Kind != LinkKind.Precedence || !schedule.Covered(link.First) || !schedule.Covered(link.Second))
        {
            return;
        }

        int gap = schedule.Start(link.Second) - schedule.Start(link.First) - schedule.Problem.Visits[link.First].Minutes;
        int allowed = Math.Max(link.GapMin, Math.Min(gap, link.GapMax));
        sink.Add(Breach, Math.Abs(gap - allowed), visit: link.Second, other: link.First, have: gap, need: allowed);
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string gap = finding.Have < 0 ? $"{Wording.Hours(-finding.Have)} before" : $"{Wording.Hours(finding.Have)} after";
        string limit = finding.Have < finding.Need ? "at least" : "at most";
        return $"{Wording.Opening(problem, finding.Visit)} starts {gap} the end of {Wording.Visit(problem, finding.Other)}, needs {limit} {Wording.Hours(finding.Need)} after.";
    }
}
