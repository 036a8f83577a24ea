using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.ContractedHours;

/// <summary>Paid minutes short of the contract, and swing around the typical week where hours vary.</summary>
public sealed class ContractedHoursRule : Rule, ITimelineRule
{
    public static readonly Term BelowContract = new(WeightKeys.BelowContract, RuleLevel.Soft, "minutes");
    public static readonly Term Swing = new(WeightKeys.Swing, RuleLevel.Soft, "minutes");

    public override string Key => "contracted-hours";

    public override string Sentence => "Workers get the hours their contract promises, and hours that vary do not swing from week to week.";

    public override string Source => "requirements §8.2 (5) [000:352], [000:442]; H11 [001:2276-2278]";

    public override ImmutableArray<Term> Terms { get; } = [BelowContract, Swing];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        PreparedWorker worker = timeline.Worker;
        int paid = timeline.PaidMinutes;
        sink.Add(BelowContract, worker.PaidMinutesDue - paid, worker.Index, have: paid, need: worker.PaidMinutesDue);
        if (worker.TypicalMinutes >= 0)
        {
            sink.Add(Swing, Math.Abs(paid - worker.TypicalMinutes) - worker.SwingFree, worker.Index, have: paid, need: worker.TypicalMinutes);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string worker = Wording.Worker(problem, finding.Worker);
        return finding.Term == BelowContract
            ? $"{worker} has {Wording.Hours(finding.Have)} of paid work, {Wording.Hours(finding.Amount)} less than the {Wording.Hours(finding.Need)} the contract promises this week."
            : $"{worker} has {Wording.Hours(finding.Have)} of paid work, while a typical week has {Wording.Hours(finding.Need)}.";
    }
}
