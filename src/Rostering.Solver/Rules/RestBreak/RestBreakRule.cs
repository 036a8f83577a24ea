using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.RestBreak;

/// <summary>H10: a break in a long duty. Amounts are minutes of break missing.</summary>
public sealed class RestBreakRule : Rule, ITimelineRule
{
    public static readonly Term BreakMinutes = new("rest-break", RuleLevel.Hard, "minutes of break");

    public override string Key => BreakMinutes.Key;
    public override string Sentence => "A duty of more than six hours' work has a break of 20 minutes in it; at 16 or 17 one of more than four and a half hours has 30 minutes.";
    public override string Source => "Working Time Regulations 1998, reg 12";
    public override ImmutableArray<Term> Terms { get; } = [BreakMinutes];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        PreparedWorker worker = timeline.Worker;
        for (int d = 0; d < timeline.Duties.Length; d++)
        {
            Duty duty = timeline.Duties[d];
            if (duty.Working > worker.BreakAfter && !duty.Break)
            {
                sink.Add(BreakMinutes, worker.Break, worker.Index, timeline.Items[duty.First].Visit, duty.Start, duty.Working, worker.BreakAfter);
            }
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} works {Wording.Hours(finding.Have)} from {Wording.When(problem, finding.Other)} without a break of {Wording.Hours(finding.Amount)}, which is due after {Wording.Hours(finding.Need)}.";
}
