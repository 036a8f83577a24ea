using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.YoungWorker;

/// <summary>H10: the day and the hours of a worker aged 16 or 17. Amounts are minutes over.</summary>
public sealed class YoungWorkerRule : Rule, IPairRule, ITimelineRule
{
    public static readonly Term MinutesOver = new("young-worker", RuleLevel.Hard, "minutes over");

    public override string Key => MinutesOver.Key;
    public override string Sentence => "A worker aged 16 or 17 works at most eight hours a day, and not between 22:00 and 06:00.";
    public override string Source => "Working Time Regulations 1998, regs 5A and 6A";
    public override ImmutableArray<Term> Terms { get; } = [MinutesOver];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        if (worker.Young)
        {
            int start = visit.Starts[startIndex];
            int closed = MinuteSpan.Overlap(problem.YoungClosedHours, start, start + visit.Minutes);
            sink.Add(MinutesOver, closed, worker.Index, visit.Index, start, closed);
        }
    }

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        PreparedWorker worker = timeline.Worker;
        for (int d = 0; d < timeline.Duties.Length; d++)
        {
            Duty duty = timeline.Duties[d];
            sink.Add(MinutesOver, duty.Working - worker.DutyWorkingMinutesMax, worker.Index, timeline.Items[duty.First].Visit, duty.Start, duty.Working, worker.DutyWorkingMinutesMax);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string worker = Wording.Worker(problem, finding.Worker);
        string when = Wording.When(problem, finding.Other);
        return finding.Need == 0
            ? $"{worker} is {problem.Workers[finding.Worker].Age}, and {Wording.Hours(finding.Have)} of {Wording.Visit(problem, finding.Visit)} at {when} lie in the hours closed to that age."
            : $"{worker} is {problem.Workers[finding.Worker].Age} and works {Wording.Hours(finding.Have)} from {when}, may work {Wording.Hours(finding.Need)} a day.";
    }
}
