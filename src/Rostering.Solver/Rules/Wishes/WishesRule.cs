using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Wishes;

/// <summary>What people and workers would like: the time asked for, wishes to be off or at work, a worker who lives near and shares an interest.</summary>
public sealed class WishesRule : Rule, IPairRule, IVisitRule, ITimelineRule
{
    public static readonly Term Start = new(WeightKeys.WantedStart, RuleLevel.Soft, "minutes");
    public static readonly Term Off = new(WeightKeys.WishOff, RuleLevel.Soft, "visits");
    public static readonly Term Work = new(WeightKeys.WishWork, RuleLevel.Soft, "wishes");
    public static readonly Term Locality = new(WeightKeys.Locality, RuleLevel.Soft, "visits");
    public static readonly Term Interest = new(WeightKeys.Interest, RuleLevel.Soft, "visits");

    public override string Key => "wishes";

    public override string Sentence => "Visits start when they were asked for, workers are off or at work as they wished, and those who meet share a place and an interest.";

    public override string Source => "requirements §8.2 (6) [000:508], [000:346], [000:340]";

    public override ImmutableArray<Term> Terms { get; } = [Start, Off, Work, Locality, Interest];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        int start = visit.Starts[startIndex];
        foreach ((MinuteSpan time, WishKind kind) in worker.Wishes)
        {
            if (kind == WishKind.Off && time.Overlap(start, start + visit.Minutes) > 0)
            {
                sink.Add(Off, 1, worker.Index, visit.Index, start);
                break;
            }
        }

        if (problem.Localities[worker.Home] != problem.Localities[visit.Place])
        {
            sink.Add(Locality, 1, worker.Index, visit.Index);
        }

        foreach (int person in visit.People)
        {
            if (problem.People[person].SharesNoInterest[worker.Index])
            {
                sink.Add(Interest, 1, worker.Index, visit.Index, person);
            }
        }
    }

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (visit.Wanted >= 0 && schedule.Covered(visit.Index))
        {
            int start = schedule.Start(visit.Index);
            sink.Add(Start, Math.Abs(start - visit.Wanted), visit: visit.Index, have: start, need: visit.Wanted);
        }
    }

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        foreach ((MinuteSpan time, WishKind kind) in timeline.Worker.Wishes)
        {
            if (kind == WishKind.Work && !Works(timeline, time))
            {
                sink.Add(Work, 1, timeline.Worker.Index, have: time.Start, need: time.End);
            }
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) => finding.Term.Key switch
    {
        WeightKeys.WantedStart => $"The start of {Wording.Visit(problem, finding.Visit)} was asked for at {Wording.When(problem, finding.Need)} and is {Wording.When(problem, finding.Have)}.",
        WeightKeys.WishOff => $"{Wording.Worker(problem, finding.Worker)} wished to be off at {Wording.When(problem, finding.Other)}, the time of {Wording.Visit(problem, finding.Visit)}.",
        WeightKeys.WishWork => $"{Wording.Worker(problem, finding.Worker)} wished to work from {Wording.When(problem, finding.Have)} to {Wording.When(problem, finding.Need)} and has no visit then.",
        WeightKeys.Locality => $"{Wording.Worker(problem, finding.Worker)} comes from another locality to {Wording.Visit(problem, finding.Visit)}.",
        _ => $"{Wording.Worker(problem, finding.Worker)}, who makes {Wording.Visit(problem, finding.Visit)}, shares none of the interests of {Wording.Person(problem, finding.Other)}.",
    };

    private static bool Works(WorkerTimeline timeline, MinuteSpan time)
    {
        for (int k = 0; k < timeline.Items.Length; k++)
        {
            if (timeline.Items[k].Visit >= 0 && time.Overlap(timeline.Items[k].Start, timeline.Items[k].End) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
