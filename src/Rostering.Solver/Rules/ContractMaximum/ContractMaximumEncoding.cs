using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.ContractMaximum;

/// <summary>Paid minutes of the week ≤ the most the contract allows.</summary>
public sealed class ContractMaximumEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers)
        {
            encoding.Model.Add(worker.PaidMinutes() <= worker.Worker.PaidMinutesMax);
        }
    }
}
