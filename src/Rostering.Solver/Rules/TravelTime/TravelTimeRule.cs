using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.TravelTime;

/// <summary>H01: one place at a time, and time to get to the next one. Amounts are minutes short.</summary>
public sealed class TravelTimeRule : Rule, ITimelineRule
{
    public static readonly Term MinutesShort = new("travel-time", RuleLevel.Hard, "minutes short");

    public override string Key => MinutesShort.Key;
    public override string Sentence => "A worker is in one place at a time, and the journey to the next visit fits into the time between.";
    public override string Source => "requirements H01 [003:499], [000:362]";
    public override ImmutableArray<Term> Terms { get; } = [MinutesShort];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        for (int k = 0; k < timeline.Gaps.Length; k++)
        {
            TimelineItem before = timeline.Items[k];
            TimelineItem after = timeline.Items[k + 1];
            if (before.Visit < 0 && after.Visit < 0)
            {
                continue; // How work we do not plan fits together is not ours to judge.
            }

            // The gap next to work we do not plan holds no journey: where that work is, nobody told us.
            TimelineGap gap = timeline.Gaps[k];
            bool arrives = after.Visit >= 0;
            sink.Add(
                MinutesShort, -gap.Idle, timeline.Worker.Index, arrives ? after.Visit : before.Visit, arrives ? before.Visit : -1, gap.Minutes, gap.Journey.Minutes);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string worker = Wording.Worker(problem, finding.Worker);
        string visit = Wording.Visit(problem, finding.Visit);
        string other = finding.Other >= 0 ? Wording.Visit(problem, finding.Other) : "work that is already fixed";
        return finding.Have < 0
            ? $"{worker} cannot be at {other} and at {visit} at once: they overlap by {Wording.Hours(-finding.Have)}."
            : $"{worker} has {Wording.Hours(finding.Have)} between {other} and {visit}, and the journey takes {Wording.Hours(finding.Need)}.";
    }
}
