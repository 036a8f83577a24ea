using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.DailyRest;

/// <summary>
/// Leaves out rests that are too short. Along each stretch runs its span; at its end, span − week × nights so far ≤ the longest stretch;
/// and over a rest, span ≤ the longest stretch + the rest − the rest due. Work we do not plan may take up all its own span.
/// </summary>
public sealed class DailyRestEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override bool ForbidsArc(in ArcShape arc)
    {
        if (!Ours(arc) || arc.FromStart || arc.ToEnd)
        {
            return false;
        }

        bool bound = arc.Kind == GapKind.Rest || DailyRestRule.Owed(arc.Worker, arc.From) > 0;
        return bound && arc.Minutes < DailyRestRule.RestDue(arc.Worker, arc.From);
    }

    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers.Where(worker => worker.Nodes.Count > 0))
        {
            int longest = DailyRestRule.StretchMinutesMax(worker.Worker);
            int horizon = worker.Nodes.Max(node => node.Item.End) - worker.Nodes[0].Item.Start;
            long Restless(EncodedNode node) => Length(node) - (Night(encoding.Problem, node) ? horizon : 0);
            worker.LimitRuns(Stretches(Restless, arc => Math.Max(longest, FixedRun(arc))));
            if (worker.Nodes.Any(node => Night(encoding.Problem, node)))
            {
                worker.LimitRuns(Stretches(Length, arc => LongestBefore(arc, longest)));
            }
        }
    }

    private static RunTerms Stretches(Func<EncodedNode, long> span, Func<ArcShape, long> limit) => new()
    {
        Start = span,
        Step = arc => arc.Shape.Minutes + span(arc.To!),
        Continues = Continues,
        Limit = limit,
    };

    // Over a rest: what the stretch displaced, beyond the longest, has to fit into the rest beyond what is due anyway.
    private static long LongestBefore(ArcShape arc, int longest) => arc.Kind == GapKind.Rest && Ours(arc)
        ? Math.Max(longest + arc.Minutes - DailyRestRule.RestDue(arc.Worker, arc.From), FixedRun(arc))
        : RunTerms.NoLimit;

    private static bool Continues(ArcShape arc) => arc.Kind is not (null or GapKind.Rest);

    private static bool Ours(in ArcShape arc) => arc.LeavesVisit || arc.ReachesVisit;

    private static long Length(EncodedNode node) => node.Item.End - node.Item.Start;

    private static bool Night(PreparedProblem problem, EncodedNode node) =>
        node.Item.Visit >= 0 ? problem.Visits[node.Item.Visit].Night : !node.Item.Outside && node.Worker.LastDutyThroughNight;

    // Span of the work we do not plan that an arc leaves and that holds no rest; 0 where it leaves a visit.
    private static int FixedRun(ArcShape arc)
    {
        foreach (FixedDuty duty in arc.Worker.FixedDuties)
        {
            if (!arc.LeavesVisit && duty.Time.Start == arc.From.Start && duty.Time.End == arc.From.End)
            {
                return duty.Time.End - duty.RunStart;
            }
        }

        return 0;
    }
}
