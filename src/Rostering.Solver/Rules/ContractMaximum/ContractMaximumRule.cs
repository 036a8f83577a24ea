using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.ContractMaximum;

/// <summary>H11: no more paid time in a week than the worker agreed to. Amounts are paid minutes over.</summary>
public sealed class ContractMaximumRule : Rule, ITimelineRule
{
    public static readonly Term MinutesOver = new("contract-maximum", RuleLevel.Hard, "minutes over");

    public override string Key => MinutesOver.Key;
    public override string Sentence => "A worker is given no more paid time in a week than the contract allows.";
    public override string Source => "requirements H11 [001:2276-2278]";
    public override ImmutableArray<Term> Terms { get; } = [MinutesOver];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink) => sink.Add(
        MinutesOver, timeline.PaidMinutes - timeline.Worker.PaidMinutesMax, timeline.Worker.Index, have: timeline.PaidMinutes, need: timeline.Worker.PaidMinutesMax);

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} is given {Wording.Hours(finding.Have)} of paid time this week, and agreed to {Wording.Hours(finding.Need)} at most.";
}
