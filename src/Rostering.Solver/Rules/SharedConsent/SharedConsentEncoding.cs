using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.SharedConsent;

/// <summary>No node of a session that somebody has not agreed to share.</summary>
public sealed class SharedConsentEncoding : RuleEncoding
{
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        SharedConsentRule.Forbids(visit);
}
