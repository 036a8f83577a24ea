using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.NightWork;

/// <summary>
/// H10: a night worker's average day, and the absolute limit for hazardous work by night. Amounts are working minutes of ours too many.
/// </summary>
public sealed class NightWorkRule : Rule, ITimelineRule
{
    public static readonly Term MinutesOver = new("night-work", RuleLevel.Hard, "minutes over");

    public override string Key => MinutesOver.Key;
    public override string Sentence => "A night worker averages at most eight hours a day, and works at most eight hours in a night duty with special hazard or heavy strain; nobody can opt out.";
    public override string Source => "Working Time Regulations 1998, reg 6";
    public override ImmutableArray<Term> Terms { get; } = [MinutesOver];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        PreparedWorker worker = timeline.Worker;
        if (!worker.Source.Contract.NightWorker)
        {
            return;
        }

        int excess = timeline.WorkingMinutes - worker.NightWorkingMinutesMax;
        int ours = timeline.WorkingMinutes - timeline.OutsideMinutes;
        sink.Add(MinutesOver, Math.Min(excess, ours), worker.Index, have: timeline.WorkingMinutes, need: worker.NightWorkingMinutesMax);
        for (int d = 0; d < timeline.Duties.Length; d++)
        {
            Duty duty = timeline.Duties[d];
            if (duty.Hazard && ByNight(timeline, duty))
            {
                sink.Add(MinutesOver, duty.Working - worker.HazardNightMinutesMax, worker.Index, timeline.Items[duty.First].Visit, duty.Start, duty.Working, worker.HazardNightMinutesMax);
            }
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string worker = Wording.Worker(problem, finding.Worker);
        return finding.Visit < 0
            ? $"{worker}, a night worker, works {Wording.Hours(finding.Have)} this week, may work {Wording.Hours(finding.Need)}."
            : $"{worker}, a night worker, works {Wording.Hours(finding.Have)} from {Wording.When(problem, finding.Other)} with special hazard by night, may work {Wording.Hours(finding.Need)}.";
    }

    private static bool ByNight(WorkerTimeline timeline, in Duty duty)
    {
        for (int k = duty.First; k <= duty.Last; k++)
        {
            if (MinuteSpan.Overlap(timeline.Problem.NightTime, timeline.Items[k].Start, timeline.Items[k].End) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
