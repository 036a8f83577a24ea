using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Burden;

/// <summary>Where a duty ends, 1,000 × lacking ≥ wanted × tied up − 1,000 × paid, so that lacking is the shortfall rounded up.</summary>
internal static class TiedUpEncoding
{
    public static void Encode(RotaEncoding encoding, EncodedWorker worker) =>
        DutyWorth.Limit(encoding, worker, worker.Worker.PaidOverTiedUpWanted, (node, most) =>
        {
            IntVar lacking = encoding.Model.NewIntVar(0, (most + DutyWorth.Permille - 1) / DutyWorth.Permille, $"tied_up_{worker.Worker.Index}_{node.Index}");
            encoding.Objective.Add(BurdenRule.TiedUp, lacking);
            return LinearExpr.Term(lacking, DutyWorth.Permille);
        });
}
