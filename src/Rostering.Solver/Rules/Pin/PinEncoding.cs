using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Pin;

/// <summary>No node at another start than the pinned one; one node of each pinned worker is present.</summary>
public sealed class PinEncoding : RuleEncoding
{
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        visit.PinnedStart >= 0 && visit.Starts[startIndex] != visit.PinnedStart;

    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedVisit visit in encoding.Visits)
        {
            foreach (int worker in visit.Visit.PinnedWorkers)
            {
                encoding.Model.AddBoolOr(visit.Nodes.Where(node => node.Worker.Index == worker).Select(node => node.Present));
            }
        }
    }
}
