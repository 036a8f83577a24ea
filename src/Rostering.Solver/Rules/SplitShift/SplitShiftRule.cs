using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.SplitShift;

/// <summary>W01: few duties are split, and none often. Amounts are splits too many.</summary>
public sealed class SplitShiftRule : Rule, ITimelineRule
{
    public static readonly Term SplitsOver = new("split-shift", RuleLevel.Hard, "splits over");

    public override string Key => SplitsOver.Key;
    public override string Sentence => "A worker's duties are split by unpaid gaps no more often than the house rules allow, in a day and in a week.";
    public override string Source => "requirements W01 [000:364], [001:2509-2522]";
    public override ImmutableArray<Term> Terms { get; } = [SplitsOver];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        PreparedWorker worker = timeline.Worker;
        int week = 0;
        for (int d = 0; d < timeline.Duties.Length; d++)
        {
            Duty duty = timeline.Duties[d];
            sink.Add(SplitsOver, duty.Splits - worker.SplitsPerDutyMax, worker.Index, timeline.Items[duty.First].Visit, duty.Start, duty.Splits, worker.SplitsPerDutyMax);
            week += duty.Splits;
        }

        sink.Add(SplitsOver, week - worker.SplitsPerWeekMax, worker.Index, have: week, need: worker.SplitsPerWeekMax);
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string when = finding.Visit < 0 ? "this week" : $"in the duty from {Wording.When(problem, finding.Other)}";
        return $"{Wording.Worker(problem, finding.Worker)} has {Wording.Count(finding.Have, "split")} {when}, may have {finding.Need}.";
    }
}
