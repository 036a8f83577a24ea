using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>What the rules find around one visit: the visit itself, the weeks of some workers, its people, links and funds.</summary>
internal sealed class LocalFindings
{
    private readonly PreparedProblem problem;
    private readonly FindingSink sink;
    private readonly WorkerTimeline timeline;

    public LocalFindings(PreparedProblem problem)
    {
        this.problem = problem;
        sink = new FindingSink(RuleCatalogue.Weights(problem), keep: true);
        timeline = new WorkerTimeline(problem);
    }

    /// <summary>Findings around a visit as the schedule stands.</summary>
    public IReadOnlyList<Finding> Around(Schedule schedule, int visit, int[] workers)
    {
        sink.Clear();
        RuleWalk.Visit(schedule, problem.Visits[visit], sink);
        foreach (int worker in workers)
        {
            timeline.Load(schedule, worker);
            foreach (ITimelineRule rule in RuleCatalogue.Timeline)
            {
                rule.CheckTimeline(timeline, sink);
            }
        }

        CheckPeople(schedule, visit);
        CheckLinks(schedule, visit);
        CheckFunds(schedule, [visit, .. workers.SelectMany(schedule.Visits)]);
        return [.. sink.Findings];
    }

    /// <summary>What stands between a worker and a visit whatever else the worker does.</summary>
    public IReadOnlyList<Finding> OfPair(PreparedWorker worker, PreparedVisit visit, int start)
    {
        sink.Clear();
        RuleWalk.Pair(problem, worker, visit, start, sink);
        return [.. sink.Findings];
    }

    private void CheckPeople(Schedule schedule, int visit)
    {
        foreach (int person in problem.Visits[visit].People)
        {
            foreach (IPersonRule rule in RuleCatalogue.Person)
            {
                rule.CheckPerson(schedule, problem.People[person], sink);
            }
        }
    }

    private void CheckLinks(Schedule schedule, int visit)
    {
        foreach (PreparedLink link in problem.LinksByVisit[visit])
        {
            foreach (ILinkRule rule in RuleCatalogue.Link)
            {
                rule.CheckLink(schedule, link, sink);
            }
        }
    }

    // A worker's other visits too: the journey to the next one is charged to whoever pays for that.
    private void CheckFunds(Schedule schedule, IEnumerable<int> touched)
    {
        foreach (int fund in touched.SelectMany(visit => problem.Visits[visit].Funds).Select(paid => paid.Fund).Distinct())
        {
            FundBook book = new(schedule);
            int[] visits = [.. problem.Visits.Where(v => v.Funds.Any(f => f.Fund == fund)).Select(v => v.Index)];
            foreach (int other in visits)
            {
                book.AddMinutes(other);
            }

            foreach (int worker in visits.SelectMany(schedule.Workers).Distinct())
            {
                timeline.Load(schedule, worker);
                book.Charge(timeline);
            }

            foreach (IFundRule rule in RuleCatalogue.Fund)
            {
                rule.CheckFund(problem.Funds[fund], book.MilliPencePermille(fund), book.MinutesPermille(fund), sink);
            }
        }
    }
}
