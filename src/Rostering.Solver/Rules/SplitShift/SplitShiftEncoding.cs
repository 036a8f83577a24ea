using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.SplitShift;

/// <summary>Split arcs along a duty ≤ the day's limit, and in the week ≤ the week's.</summary>
public sealed class SplitShiftEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers)
        {
            ILiteral[] splits = [.. worker.Arcs.Where(arc => arc.Shape.Kind == GapKind.Split).Select(arc => (ILiteral)arc.Literal)];
            if (splits.Length > worker.Worker.SplitsPerWeekMax)
            {
                encoding.Model.Add(LinearExpr.Sum(splits) <= worker.Worker.SplitsPerWeekMax);
            }

            if (splits.Length > worker.Worker.SplitsPerDutyMax)
            {
                LimitDuties(encoding.Model, worker);
            }
        }
    }

    // Splits only add up, so that the limit may be put at every node: the network is cut earlier.
    private static void LimitDuties(CpModel model, EncodedWorker worker)
    {
        IReadOnlyList<LinearExpr> splits = worker.Accumulate(_ => 0, arc => arc.Shape.Kind == GapKind.Split ? 1 : 0, arc => arc.DutyContinues);
        foreach (EncodedNode node in worker.Visits)
        {
            model.Add(splits[node.Index] <= worker.Worker.SplitsPerDutyMax);
        }
    }
}
