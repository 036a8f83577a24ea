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
            worker.LimitRuns(new RunTerms
            {
                Start = _ => 0,
                Step = arc => arc.Shape.Kind == GapKind.Split ? 1 : 0,
                Continues = arc => arc.DutyContinues,
                Limit = _ => worker.Worker.SplitsPerDutyMax,
            });
            ILiteral[] splits = [.. worker.Arcs.Where(arc => arc.Shape.Kind == GapKind.Split).Select(arc => (ILiteral)arc.Literal)];
            if (splits.Length > worker.Worker.SplitsPerWeekMax)
            {
                encoding.Model.Add(LinearExpr.Sum(splits) <= worker.Worker.SplitsPerWeekMax);
            }
        }
    }
}
