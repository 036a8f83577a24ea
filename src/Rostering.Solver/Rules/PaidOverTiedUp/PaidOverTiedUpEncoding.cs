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
            DutyWorth.Limit(encoding, worker, worker.Worker.PaidOverTiedUpMin);
        }
    }
}
