using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Burden;

/// <summary>Where a duty ends, 1,000 × lacking ≥ wanted × tied up − 1,000 × paid, so that lacking is the shortfall rounded up.</summary>
internal static class TiedUpEncoding
{
    private const long PermillePerMinute = 1000;

    public static void Encode(RotaEncoding encoding, EncodedWorker worker)
    {
        int wanted = worker.Worker.PaidOverTiedUpWanted;
        IReadOnlyList<LinearExpr> worth = DutyWorth.AtEnd(encoding, worker, wanted);
        long earliest = worker.Nodes.Count == 0 ? 0 : worker.Nodes[0].Item.Start - worker.Nodes.Max(FromHome);
        foreach (EncodedNode node in worker.Visits)
        {
            long tiedUpMax = node.Item.End - earliest + ToHome(node);
            IntVar lacking = encoding.Model.NewIntVar(0, tiedUpMax * wanted / PermillePerMinute + 1, $"tied_up_{worker.Worker.Index}_{node.Index}");
            encoding.Model.Add(LinearExpr.Term(lacking, PermillePerMinute) >= -worth[node.Index]).OnlyEnforceIf(worker.EndsDuty(node));
            encoding.Objective.Add(BurdenRule.TiedUp, lacking);
        }
    }

    private static long FromHome(EncodedNode node) => node.Into.Select(arc => (long)arc.Shape.FromHome.Minutes).DefaultIfEmpty(0).Max();

    private static long ToHome(EncodedNode node) => node.From.Select(arc => (long)arc.Shape.ToHome.Minutes).DefaultIfEmpty(0).Max();
}
