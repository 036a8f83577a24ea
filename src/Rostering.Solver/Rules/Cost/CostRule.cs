using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Cost;

/// <summary>What the week costs the provider, exactly as it is charged, and the miles driven. Lowest of the daily objectives but one.</summary>
public sealed class CostRule : Rule, ITimelineRule
{
    private const int MilliPencePerPenny = 1000;

    public static readonly Term Pay = new(WeightKeys.Cost, RuleLevel.Soft, "thousandths of a penny");
    public static readonly Term Mile = new(WeightKeys.Mile, RuleLevel.Soft, "miles");

    public override string Key => "cost";

    public override string Sentence => "The same support costs as little as it can: pay, travel, waiting and top-ups, and miles driven.";

    public override string Source => "requirements §8.2 (7) [001:2517-2518]";

    public override ImmutableArray<Term> Terms { get; } = [Pay, Mile];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        sink.Add(Pay, timeline.MilliPence, timeline.Worker.Index);
        sink.Add(Mile, (timeline.DrivenMetres + TravelTable.MetresPerMile - 1) / TravelTable.MetresPerMile, timeline.Worker.Index);
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string worker = Wording.Worker(problem, finding.Worker);
        return finding.Term == Pay
            ? $"{worker}'s week costs {Wording.Pounds(finding.Amount / MilliPencePerPenny)}."
            : $"{worker} drives {Wording.Count(finding.Amount, "mile")} between visits.";
    }
}
