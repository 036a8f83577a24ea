using System.Collections.Immutable;
using System.Numerics;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Burden;

/// <summary>
/// What a week asks of a worker: splits, duties that tie up more time than they pay, too few days off, more than a fair share of unsocial
/// hours, and being asked again after having been asked a lot.
/// </summary>
public sealed class BurdenRule : Rule, IPairRule, ITimelineRule
{
    public const int DaysOfWeek = 7;

    public static readonly Term Split = new(WeightKeys.Split, RuleLevel.Soft, "splits");
    public static readonly Term TiedUp = new(WeightKeys.TiedUp, RuleLevel.Soft, "minutes");
    public static readonly Term DayOff = new(WeightKeys.DayOff, RuleLevel.Soft, "days");
    public static readonly Term Unsocial = new(WeightKeys.Unsocial, RuleLevel.Soft, "minutes");
    public static readonly Term RecentAsk = new(WeightKeys.RecentAsk, RuleLevel.Soft, "asks");

    public override string Key => "burden";

    public override string Sentence =>
        "A worker's week has few splits, duties worth the time they tie up, days off, a fair share of unsocial hours, and no cover from those asked most.";

    public override string Source => "requirements §8.2 (4) [001:2509-2522], [001:2544-2546]";

    public override ImmutableArray<Term> Terms { get; } = [Split, TiedUp, DayOff, Unsocial, RecentAsk];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        if (problem.Source.Published is not null && visit.Published?.Workers.Contains(worker.Index) != true)
        {
            sink.Add(RecentAsk, worker.Source.History.RecentAsks, worker.Index, visit.Index);
        }
    }

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        PreparedWorker worker = timeline.Worker;
        for (int d = 0; d < timeline.Duties.Length; d++)
        {
            Duty duty = timeline.Duties[d];
            long lacking = ((long)duty.TiedUp * worker.PaidOverTiedUpWanted) - (duty.Paid * 1000L);
            sink.Add(Split, duty.Splits, worker.Index, other: duty.Start);
            sink.Add(TiedUp, (lacking + 999) / 1000, worker.Index, other: duty.Start, have: duty.Paid, need: duty.TiedUp);
        }

        uint days = 0;
        int unsocial = 0;
        for (int k = 0; k < timeline.Items.Length; k++)
        {
            TimelineItem item = timeline.Items[k];
            days |= DaysTouched(timeline.Problem.Clock, item);
            unsocial += item.Visit < 0 ? 0 : timeline.Problem.Visits[item.Visit].UnsocialMinutes[item.StartIndex];
        }

        int off = DaysOfWeek - BitOperations.PopCount(days);
        sink.Add(DayOff, worker.ClearDaysOffWanted - off, worker.Index, have: off, need: worker.ClearDaysOffWanted);
        sink.Add(Unsocial, unsocial - worker.UnsocialShare, worker.Index, have: unsocial, need: worker.UnsocialShare);
    }

    /// <summary>The days of the week that a piece of work touches, a bit each; the first day is the lowest bit.</summary>
    public static uint DaysTouched(WeekClock clock, in TimelineItem item)
    {
        uint days = 0;
        int last = Math.Min(DaysOfWeek - 1, clock.Day(item.End - 1));
        for (int day = Math.Max(0, clock.Day(item.Start)); day <= last; day++)
        {
            days |= 1u << day;
        }

        return days;
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string worker = Wording.Worker(problem, finding.Worker);
        return finding.Term.Key switch
        {
            WeightKeys.Split => $"{worker}'s duty from {Wording.When(problem, finding.Other)} has {Wording.Count(finding.Amount, "split")}.",
            WeightKeys.TiedUp => $"{worker}'s duty from {Wording.When(problem, finding.Other)} ties up {Wording.Hours(finding.Need)} and pays "
                + $"{Wording.Hours(finding.Have)}, {Wording.Hours(finding.Amount)} short of being worth its while.",
            WeightKeys.DayOff => $"{worker} has {Wording.Count(finding.Have, "clear day")} off this week, {finding.Need} wanted.",
            WeightKeys.Unsocial => $"{worker} has {Wording.Hours(finding.Have)} of evenings, nights and weekends this week; a fair share is {Wording.Hours(finding.Need)}.",
            _ => $"{worker} is newly asked for {Wording.Visit(problem, finding.Visit)}, after {Wording.Count(finding.Amount, "ask")} in the last four weeks.",
        };
    }
}
