using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.WeeklyHours;

/// <summary>
/// H10: the week's working time, such that the average over the reference period keeps to the limit. Amounts are working minutes of ours
/// too many: a worker whom history or other work has used up may be given none, and breaks nothing with none.
/// </summary>
public sealed class WeeklyHoursRule : Rule, ITimelineRule
{
    public static readonly Term MinutesOver = new("weekly-hours", RuleLevel.Hard, "minutes over");

    public override string Key => MinutesOver.Key;
    public override string Sentence => "A worker's week, work for others included, keeps the average week within 48 hours unless the worker opted out; at 16 or 17 within 40 hours, with no average.";
    public override string Source => "Working Time Regulations 1998, regs 4, 5 and 5A";
    public override ImmutableArray<Term> Terms { get; } = [MinutesOver];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        int excess = timeline.WorkingMinutes - timeline.Worker.WorkingMinutesMax;
        int ours = timeline.WorkingMinutes - timeline.OutsideMinutes;
        sink.Add(MinutesOver, Math.Min(excess, ours), timeline.Worker.Index, other: timeline.OutsideMinutes, have: timeline.WorkingMinutes, need: timeline.Worker.WorkingMinutesMax);
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string elsewhere = finding.Other > 0 ? $", {Wording.Hours(finding.Other)} of it for others" : "";
        return $"{Wording.Worker(problem, finding.Worker)} works {Wording.Hours(finding.Have)} this week{elsewhere}, may work {Wording.Hours(finding.Need)}.";
    }
}
