using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.SplitLength;

/// <summary>W01: no split is too long. Amounts are unpaid minutes over.</summary>
public sealed class SplitLengthRule : Rule, ITimelineRule
{
    public static readonly Term MinutesOver = new("split-length", RuleLevel.Hard, "minutes over");

    public override string Key => MinutesOver.Key;
    public override string Sentence => "The unpaid time of a split is no longer than the house rules allow.";
    public override string Source => "requirements W01 [000:364], [000:366-368]";
    public override ImmutableArray<Term> Terms { get; } = [MinutesOver];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        PreparedWorker worker = timeline.Worker;
        for (int k = 0; k < timeline.Gaps.Length; k++)
        {
            TimelineGap gap = timeline.Gaps[k];
            if (gap.Kind == GapKind.Split)
            {
                TimelineItem after = timeline.Items[k + 1];
                sink.Add(MinutesOver, gap.Idle - worker.SplitMinutesMax, worker.Index, after.Visit, after.Start, gap.Idle, worker.SplitMinutesMax);
            }
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} waits {Wording.Hours(finding.Have)} unpaid before {Wording.When(problem, finding.Other)}, may wait {Wording.Hours(finding.Need)}.";
}
