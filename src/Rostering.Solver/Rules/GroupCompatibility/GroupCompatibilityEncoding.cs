using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.GroupCompatibility;

/// <summary>No node of a session that brings together people who do not get on.</summary>
public sealed class GroupCompatibilityEncoding : RuleEncoding
{
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        GroupCompatibilityRule.Forbids(problem, visit);
}
