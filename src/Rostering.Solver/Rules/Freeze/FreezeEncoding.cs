using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Freeze;

/// <summary>No node of a frozen visit at another start; each worker held to it is on it when it is covered, and covered it is unless somebody was let go.</summary>
public sealed class FreezeEncoding : RuleEncoding
{
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        FreezeRule.Holds(visit) && visit.Starts[startIndex] != visit.Published!.Start;

    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedVisit visit in encoding.Visits.Where(v => FreezeRule.Holds(v.Visit)))
        {
            foreach (int worker in visit.Visit.Published!.Workers.Where(w => FreezeRule.Keeps(encoding.Problem, visit.Visit, w)))
            {
                IEnumerable<ILiteral> stays = visit.Nodes.Where(node => node.Worker.Index == worker).Select(node => node.Present);
                encoding.Model.AddBoolOr([.. stays, visit.Covered.Not()]);
            }

            if (!FreezeRule.MayWait(encoding.Problem, visit.Visit))
            {
                encoding.Model.AddBoolOr(visit.Covered);
            }
        }
    }
}
