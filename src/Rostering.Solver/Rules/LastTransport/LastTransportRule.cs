using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.LastTransport;

/// <summary>H12: nobody is stranded. Amounts are journeys that cannot be made.</summary>
public sealed class LastTransportRule : Rule, ITimelineRule
{
    public static readonly Term Journeys = new("last-transport", RuleLevel.Hard, "journeys");

    private enum Leg { FromHome, Onward, Home }

    public override string Key => Journeys.Key;
    public override string Sentence => "A worker can get to every duty, from visit to visit and home again: by an own mode, while buses run, or by a taxi that is paid.";
    public override string Source => "requirements H12 [000:362]";
    public override ImmutableArray<Term> Terms { get; } = [Journeys];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        for (int d = 0; d < timeline.Duties.Length; d++)
        {
            Duty duty = timeline.Duties[d];
            Check(timeline, duty.FromHome, Leg.FromHome, timeline.Items[duty.First].Visit, duty.Start, sink);
            for (int k = duty.First; k < duty.Last; k++)
            {
                Check(timeline, timeline.Gaps[k].Journey, Leg.Onward, timeline.Items[k].Visit, timeline.Items[k].End, sink);
            }

            Check(timeline, duty.ToHome, Leg.Home, timeline.Items[duty.Last].Visit, duty.End, sink);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string visit = Wording.Visit(problem, finding.Visit);
        string way = (Leg)finding.Have switch
        {
            Leg.FromHome => $"from home to {visit} for {Wording.When(problem, finding.Other)}",
            Leg.Onward => $"on from {visit} at {Wording.When(problem, finding.Other)}",
            _ => $"home from {visit} at {Wording.When(problem, finding.Other)}",
        };
        return $"{Wording.Worker(problem, finding.Worker)} has no way {way}: none of the worker's own modes serves then, and no taxi is paid.";
    }

    private static void Check(WorkerTimeline timeline, Journey journey, Leg leg, int visit, int minute, FindingSink sink) =>
        sink.Add(Journeys, journey.Possible ? 0 : 1, timeline.Worker.Index, visit, minute, have: (long)leg);
}
