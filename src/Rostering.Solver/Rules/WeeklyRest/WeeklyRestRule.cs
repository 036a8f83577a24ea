using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.WeeklyRest;

/// <summary>H10: the weekly rest, in whichever of its three forms the contract names. Amounts are rests missing.</summary>
public sealed class WeeklyRestRule : Rule, ITimelineRule
{
    public static readonly Term RestsMissing = new("weekly-rest", RuleLevel.Hard, "rests missing");

    public override string Key => RestsMissing.Key;
    public override string Sentence => "A worker has a day's uninterrupted rest each week, or two days each fortnight, as the contract says; at 16 or 17 two days together.";
    public override string Source => "Working Time Regulations 1998, reg 11";
    public override ImmutableArray<Term> Terms { get; } = [RestsMissing];

    /// <summary>
    /// Rests of the worker's length that lie within the week and between two minutes: a gap twice as long holds two. A rest that began
    /// before the week counts from the week's first minute.
    /// </summary>
    public static int Rests(PreparedProblem problem, PreparedWorker worker, int from, int to) =>
        Math.Max(0, Math.Min(problem.Clock.WeekEnd, to) - Math.Max(0, from)) / worker.WeeklyRest;

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        if (timeline.VisitCount == 0)
        {
            return; // Without work of ours there is nothing of ours to break.
        }

        int rests = 0;
        int restsFrom = 0;
        for (int k = 0; k < timeline.Items.Length; k++)
        {
            rests += Rests(timeline.Problem, timeline.Worker, restsFrom, timeline.Items[k].Start);
            restsFrom = timeline.Items[k].End;
        }

        rests += Rests(timeline.Problem, timeline.Worker, restsFrom, timeline.Problem.Clock.WeekEnd);
        sink.Add(RestsMissing, timeline.Worker.WeeklyRestsDue - rests, timeline.Worker.Index, have: rests, need: timeline.Worker.WeeklyRestsDue);
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} has {Wording.Count(finding.Have, "rest")} of {Wording.Hours(problem.Workers[finding.Worker].WeeklyRest)} this week, needs {finding.Need}.";
}
