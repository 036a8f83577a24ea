using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.PaidOverTiedUp;

/// <summary>Where a duty ends, 1,000 × paid − floor × tied up ≥ 0.</summary>
public sealed class PaidOverTiedUpEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers)
        {
            IReadOnlyList<LinearExpr> worth = DutyWorth.AtEnd(encoding, worker, worker.Worker.PaidOverTiedUpMin);
            foreach (EncodedNode node in worker.Visits)
            {
                encoding.Model.Add(worth[node.Index] >= 0).OnlyEnforceIf(worker.EndsDuty(node));
            }
        }
    }
}
