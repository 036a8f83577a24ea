using Rostering.CpSat.Model;
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
        foreach (EncodedWorker worker in encoding.Workers)
        {
            IReadOnlyList<LinearExpr> spans = worker.Accumulate(Length, arc => arc.Shape.Minutes + Length(arc.To!), Continues);
            if (worker.Nodes.Any(node => Night(encoding.Problem, node) || FixedRun(node) > DailyRestRule.StretchMinutesMax(worker.Worker)))
            {
                LimitStretches(encoding, worker, spans);
            }
            else
            {
                LimitDayStretches(encoding, worker, spans);
            }
        }
    }

    // Without nights nothing is displaced, and spans only grow: the limit may be put at every node.
    private static void LimitDayStretches(RotaEncoding encoding, EncodedWorker worker, IReadOnlyList<LinearExpr> spans)
    {
        foreach (EncodedNode node in worker.Nodes)
        {
            encoding.Model.Add(spans[node.Index] <= Math.Max(DailyRestRule.StretchMinutesMax(worker.Worker), FixedRun(node)));
        }
    }

    private static void LimitStretches(RotaEncoding encoding, EncodedWorker worker, IReadOnlyList<LinearExpr> spans)
    {
        int longest = DailyRestRule.StretchMinutesMax(worker.Worker);
        IReadOnlyList<LinearExpr> nights = worker.Accumulate(
            node => Night(encoding.Problem, node) ? 1 : 0, arc => Night(encoding.Problem, arc.To!) ? 1 : 0, Continues);
        int horizon = worker.Nodes.Max(node => node.Item.End) - worker.Nodes[0].Item.Start;
        foreach (EncodedNode node in worker.Nodes)
        {
            int most = Math.Max(longest, FixedRun(node));
            encoding.Model.Add(spans[node.Index] - LinearExpr.Term(nights[node.Index], horizon) <= most).OnlyEnforceIf(worker.Leaves(node, arc => !Continues(arc)));
            foreach (EncodedArc arc in node.From.Where(arc => arc.Shape.Kind == GapKind.Rest && Ours(arc.Shape)))
            {
                int spare = arc.Shape.Minutes - DailyRestRule.RestDue(worker.Worker, node.Item);
                if (longest + spare < horizon)
                {
                    encoding.Model.Add(spans[node.Index] <= Math.Max(longest + spare, FixedRun(node))).OnlyEnforceIf(arc.Literal);
                }
            }
        }
    }

    private static bool Continues(ArcShape arc) => arc.Kind is not (null or GapKind.Rest);

    private static bool Ours(in ArcShape arc) => arc.LeavesVisit || arc.ReachesVisit;

    private static long Length(EncodedNode node) => node.Item.End - node.Item.Start;

    private static bool Night(PreparedProblem problem, EncodedNode node) =>
        node.Item.Visit >= 0 ? problem.Visits[node.Item.Visit].Night : !node.Item.Outside && node.Worker.LastDutyThroughNight;

    // Span of the work we do not plan that ends with a node and holds no rest; 0 at a visit.
    private static int FixedRun(EncodedNode node)
    {
        foreach (FixedDuty duty in node.Worker.FixedDuties)
        {
            if (node.Item.Visit < 0 && duty.Time.Start == node.Item.Start && duty.Time.End == node.Item.End)
            {
                return duty.Time.End - duty.RunStart;
            }
        }

        return 0;
    }
}
