using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.StartWindow;

/// <summary>No node at a start that is not allowed.</summary>
public sealed class StartWindowEncoding : RuleEncoding
{
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        !visit.AllowsStart(visit.Starts[startIndex]);
}
