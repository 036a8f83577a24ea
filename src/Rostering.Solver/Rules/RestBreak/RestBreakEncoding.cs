using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.RestBreak;

/// <summary>
/// Working minutes along a duty − week × breaks so far ≤ the minutes after which a break is due, where a duty ends: one break, at any
/// place in the duty, makes room for all of it.
/// </summary>
public sealed class RestBreakEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers)
        {
            IReadOnlyList<LinearExpr> unbroken = worker.Accumulate(
                node => Unbroken(encoding.Problem, node),
                arc => arc.Shape.PaidMinutes + Unbroken(encoding.Problem, arc.To!) - (arc.Shape.Idle >= worker.Worker.Break ? encoding.Problem.Clock.WeekEnd : 0),
                arc => arc.DutyContinues);
            foreach (EncodedNode node in worker.Visits)
            {
                encoding.Model.Add(unbroken[node.Index] <= worker.Worker.BreakAfter).OnlyEnforceIf(worker.EndsDuty(node));
            }
        }
    }

    private static long Unbroken(PreparedProblem problem, EncodedNode node)
    {
        if (node.Item.Visit < 0)
        {
            return 0;
        }

        PreparedVisit visit = problem.Visits[node.Item.Visit];
        return visit.Minutes - (visit.HoldsBreak ? problem.Clock.WeekEnd : 0);
    }
}
