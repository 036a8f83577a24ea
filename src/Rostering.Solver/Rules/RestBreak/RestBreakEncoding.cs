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
        int week = encoding.Problem.Clock.WeekEnd;
        foreach (EncodedWorker worker in encoding.Workers)
        {
            worker.LimitRuns(new RunTerms
            {
                Start = node => Unbroken(encoding.Problem, node),
                Step = arc => arc.Shape.PaidMinutes + Unbroken(encoding.Problem, arc.To!) - (arc.Shape.Idle >= worker.Worker.Break ? week : 0),
                Continues = arc => arc.DutyContinues,
                Limit = _ => worker.Worker.BreakAfter,
            });
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
