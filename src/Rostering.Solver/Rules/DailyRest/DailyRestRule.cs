using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.DailyRest;

/// <summary>
/// H10: a daily rest between stretches of work, and no stretch so long that the day holds no rest, unless it has a night in it; the rest
/// that a night displaces is added to the next one. A stretch is work with no rest between, work for others included. Amounts are minutes.
/// </summary>
public sealed class DailyRestRule : Rule, ITimelineRule
{
    public static readonly Term MinutesShort = new("daily-rest", RuleLevel.Hard, "minutes short");

    private const int MinutesPerDay = 1440;

    public override string Key => MinutesShort.Key;
    public override string Sentence =>
        "A worker has a daily rest between stretches of work; only a stretch with a sleepover or a waking night may leave no room for it in 24 hours, and what it displaces is added to the next rest.";
    public override string Source => "Working Time Regulations 1998, regs 10, 21 and 24";
    public override ImmutableArray<Term> Terms { get; } = [MinutesShort];

    /// <summary>Longest stretch that leaves room for the daily rest within 24 hours.</summary>
    public static int StretchMinutesMax(PreparedWorker worker) => MinutesPerDay - worker.DailyRest;

    /// <summary>Rest due after a piece of work, before what its stretch displaced: the daily rest, and what is owed from before the week.</summary>
    public static int RestDue(PreparedWorker worker, in TimelineItem before) => worker.DailyRest + Owed(worker, before);

    /// <summary>Rest owed from before the week, due directly after the last duty before it.</summary>
    public static int Owed(PreparedWorker worker, in TimelineItem before) => before.Visit < 0 && !before.Outside ? worker.RestOwed : 0;

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        int fixedDuty = 0;
        for (int first = 0; first < timeline.Items.Length;)
        {
            Stretch stretch = Stretch.From(timeline, first, ref fixedDuty);
            if (!stretch.Night)
            {
                TimelineItem start = timeline.Items[first];
                sink.Add(MinutesShort, stretch.Excess, timeline.Worker.Index, stretch.Visit, start.Start, stretch.Span, StretchMinutesMax(timeline.Worker));
            }

            for (int gap = first; gap <= stretch.Last && gap < timeline.Gaps.Length; gap++)
            {
                CheckRest(timeline, gap, stretch.Excess, sink);
            }

            first = stretch.Last + 1;
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string worker = Wording.Worker(problem, finding.Worker);
        string when = Wording.When(problem, finding.Other);
        return finding.Have < finding.Need
            ? $"{worker} has {Wording.Hours(finding.Have)} of rest before {when}, needs {Wording.Hours(finding.Need)}."
            : $"{worker} works from {when} for {Wording.Hours(finding.Have)} without a rest, may for {Wording.Hours(finding.Need)} where there is no sleepover or waking night.";
    }

    private static void CheckRest(WorkerTimeline timeline, int gap, int displaced, FindingSink sink)
    {
        TimelineItem before = timeline.Items[gap];
        TimelineItem after = timeline.Items[gap + 1];
        bool rest = timeline.Gaps[gap].Kind == GapKind.Rest;
        if ((before.Visit < 0 && after.Visit < 0) || (!rest && Owed(timeline.Worker, before) == 0))
        {
            return;
        }

        int need = RestDue(timeline.Worker, before) + (rest ? displaced : 0);
        int have = timeline.Gaps[gap].Minutes;
        sink.Add(MinutesShort, need - have, timeline.Worker.Index, after.Visit >= 0 ? after.Visit : before.Visit, after.Start, have, need);
    }

    /// <summary>Work with no rest between.</summary>
    /// <param name="Last">Position of its last item.</param>
    /// <param name="Visit">The first visit in it, or -1.</param>
    /// <param name="Excess">Minutes beyond the longest stretch, unless they are all due to work we do not plan.</param>
    private readonly record struct Stretch(int Last, int Visit, int Span, int Excess, bool Night)
    {
        public static Stretch From(WorkerTimeline timeline, int first, ref int fixedDuty)
        {
            PreparedWorker worker = timeline.Worker;
            (int visit, int fixedRun, bool night) = (-1, 0, false);
            for (int k = first; ; k++)
            {
                TimelineItem item = timeline.Items[k];
                if (item.Visit >= 0)
                {
                    visit = visit < 0 ? item.Visit : visit;
                    night |= timeline.Problem.Visits[item.Visit].Night;
                }
                else
                {
                    fixedRun = Math.Max(fixedRun, item.End - worker.FixedDuties[fixedDuty++].RunStart);
                    night |= !item.Outside && worker.LastDutyThroughNight;
                }

                if (k == timeline.Gaps.Length || timeline.Gaps[k].Kind == GapKind.Rest)
                {
                    int span = item.End - timeline.Items[first].Start;
                    return new Stretch(k, visit, span, span > fixedRun ? Math.Max(0, span - StretchMinutesMax(worker)) : 0, night);
                }
            }
        }
    }
}
