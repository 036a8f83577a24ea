using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.VisitLength;

/// <summary>No node of a visit that is too short.</summary>
public sealed class VisitLengthEncoding : RuleEncoding
{
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        visit.Minutes < visit.MinutesMin;
}
