using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Rota;

/// <summary>Puts every rule that looks at a visit to it.</summary>
internal static class RuleWalk
{
    public static void Visit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        foreach (IVisitRule rule in RuleCatalogue.Visit)
        {
            rule.CheckVisit(schedule, visit, sink);
        }

        foreach (int worker in schedule.Workers(visit.Index))
        {
            Pair(schedule.Problem, schedule.Problem.Workers[worker], visit, schedule.StartIndex(visit.Index), sink);
        }
    }

    public static void Pair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        foreach (IPairRule rule in RuleCatalogue.Pair)
        {
            rule.CheckPair(problem, worker, visit, startIndex, sink);
        }
    }
}
