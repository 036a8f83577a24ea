using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Sleepover;

/// <summary>No node of a night at another start than its own.</summary>
public sealed class SleepoverEncoding : RuleEncoding
{
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        visit.Night && visit.Starts[startIndex] != SleepoverRule.FixedStart(visit);
}
