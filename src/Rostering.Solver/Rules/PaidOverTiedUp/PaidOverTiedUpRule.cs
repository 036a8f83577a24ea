using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.PaidOverTiedUp;

/// <summary>W03: a duty pays for enough of the time it ties up, from leaving home to being back. Amounts are paid minutes short.</summary>
public sealed class PaidOverTiedUpRule : Rule, ITimelineRule
{
    public static readonly Term MinutesShort = new("paid-over-tied-up", RuleLevel.Hard, "minutes short");

    public override string Key => MinutesShort.Key;
    public override string Sentence => "A duty pays for a fair part of the time it ties up, from leaving home to being back.";
    public override string Source => "requirements W03 [001:2509-2522], [003:499]";
    public override ImmutableArray<Term> Terms { get; } = [MinutesShort];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        PreparedWorker worker = timeline.Worker;
        for (int d = 0; d < timeline.Duties.Length; d++)
        {
            Duty duty = timeline.Duties[d];
            long need = (((long)worker.PaidOverTiedUpMin * duty.TiedUp) + 999) / 1000;
            sink.Add(MinutesShort, need - duty.Paid, worker.Index, timeline.Items[duty.First].Visit, duty.TiedUp, duty.Paid, need);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} is tied up for {Wording.Hours(finding.Other)} by a duty that begins with {Wording.Visit(problem, finding.Visit)} and pays {Wording.Hours(finding.Have)}; it would have to pay {Wording.Hours(finding.Need)}, {Wording.Percent(problem.Workers[finding.Worker].PaidOverTiedUpMin)} of that time.";
}
