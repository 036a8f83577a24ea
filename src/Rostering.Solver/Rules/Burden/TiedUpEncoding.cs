using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Burden;

/// <summary>
/// Worth along each duty: 1000 × paid − wanted × tied up, from leaving home on. Where a duty ends with a node,
/// 1000 × lacking ≥ wanted × way home − worth − 1000 × top-up, so that lacking is the shortfall rounded up.
/// </summary>
internal static class TiedUpEncoding
{
    private const long PermillePerMinute = 1000;

    public static void Encode(RotaEncoding encoding, EncodedWorker worker)
    {
        long wanted = worker.Worker.PaidOverTiedUpWanted;
        int topUpMax = encoding.Problem.Limits[ParameterKeys.EngagementPaidMinutesMin];
        IReadOnlyList<LinearExpr> worth = worker.Accumulate(
            node => (Length(node) * (PermillePerMinute - wanted)) - (wanted * FromHome(node)),
            arc => ((arc.Shape.PaidMinutes + Length(arc.To!)) * PermillePerMinute) - (wanted * (arc.Shape.Minutes + Length(arc.To!))),
            arc => arc.DutyContinues,
            arc => arc.Shape.Kind == GapKind.Split
                ? (LinearExpr.Term(worker.TopUps[arc.From!.Index], PermillePerMinute), topUpMax * PermillePerMinute)
                : (LinearExpr.Constant(0), 0),
            arc => wanted * (FromHome(arc.To!) - arc.Shape.FromHome.Minutes));
        foreach (EncodedNode node in worker.Visits)
        {
            LinearExpr atEnd = worth[node.Index] + LinearExpr.Term(worker.TopUps[node.Index], PermillePerMinute);
            encoding.Objective.Add(BurdenRule.TiedUp, Lacking(encoding, worker, node, wanted, atEnd));
        }
    }

    private static IntVar Lacking(RotaEncoding encoding, EncodedWorker worker, EncodedNode node, long wanted, LinearExpr atEnd)
    {
        EncodedArc[] ends = [.. node.From.Where(arc => !arc.Shape.DutyContinues)];
        long home = ends.Select(arc => arc.Shape.ToHome.Minutes).DefaultIfEmpty(0).Max();
        LinearExprBuilder wayHome = LinearExpr.NewBuilder().Add(home);
        foreach (EncodedArc arc in ends.Where(arc => arc.Shape.ToHome.Minutes != home))
        {
            wayHome.AddTerm(arc.Literal, arc.Shape.ToHome.Minutes - home);
        }

        long tiedUpMax = node.Item.End - worker.Nodes[0].Item.Start + worker.Nodes.Max(FromHome) + home;
        IntVar lacking = encoding.Model.NewIntVar(0, tiedUpMax * wanted / PermillePerMinute + 1, $"tied_up_{worker.Worker.Index}_{node.Index}");
        encoding.Model.Add(LinearExpr.Term(lacking, PermillePerMinute) >= LinearExpr.Term(wayHome, wanted) - atEnd).OnlyEnforceIf(worker.EndsDuty(node));
        return lacking;
    }

    private static long Length(EncodedNode node) => node.Item.End - node.Item.Start;

    private static long FromHome(EncodedNode node) =>
        node.Into.Where(arc => !arc.Shape.DutyContinues).Select(arc => arc.Shape.FromHome.Minutes).DefaultIfEmpty(0).Max();
}
