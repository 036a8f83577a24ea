using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>
/// What the rules find around one visit of a schedule: the visit itself, the weeks of some workers, its people, links and funds. What the
/// funds give is kept up to date from one change to the next, so that asking costs no more than what the change touches.
/// </summary>
internal sealed class LocalFindings
{
    private readonly PreparedProblem problem;
    private readonly Schedule schedule;
    private readonly FindingSink sink;
    private readonly WorkerTimeline timeline;
    private readonly FundBook funds;

    /// <summary>Looks at a copy of the schedule, which <see cref="Place"/> changes.</summary>
    public LocalFindings(Schedule original)
    {
        problem = original.Problem;
        schedule = original.Copy();
        sink = new FindingSink(RuleCatalogue.Weights(problem), keep: true);
        timeline = new WorkerTimeline(problem);
        funds = new FundBook(schedule);
        foreach (PreparedVisit visit in problem.Visits)
        {
            funds.AddMinutes(visit.Index);
        }

        Charge(problem.Workers.Select(worker => worker.Index));
    }

    /// <summary>The schedule as it stands.</summary>
    public Schedule Schedule => schedule;

    /// <summary>Gives a visit a start and workers.</summary>
    public void Place(int visit, int start, ReadOnlySpan<int> team)
    {
        int[] before = schedule.Workers(visit);
        funds.RemoveMinutes(visit);
        schedule.Set(visit, start, team);
        funds.AddMinutes(visit);
        Charge(before.Union(schedule.Workers(visit)));
    }

    /// <summary>Findings around a visit as the schedule stands.</summary>
    public IReadOnlyList<Finding> Around(int visit, int[] workers)
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

        CheckPeople(visit);
        CheckLinks(visit);
        CheckFunds([visit, .. workers.SelectMany(worker => schedule.Visits(worker).ToArray())]);
        return [.. sink.Findings];
    }

    /// <summary>What stands between a worker and a visit whatever else the worker does.</summary>
    public IReadOnlyList<Finding> OfPair(PreparedWorker worker, PreparedVisit visit, int start)
    {
        sink.Clear();
        RuleWalk.Pair(problem, worker, visit, start, sink);
        return [.. sink.Findings];
    }

    /// <summary>A worker's week as the schedule stands. Holds until the next question.</summary>
    public WorkerTimeline WeekOf(int worker)
    {
        timeline.Load(schedule, worker);
        return timeline;
    }

    private void Charge(IEnumerable<int> workers)
    {
        foreach (int worker in workers)
        {
            funds.Charge(WeekOf(worker));
        }
    }

    private void CheckPeople(int visit)
    {
        foreach (int person in problem.Visits[visit].People)
        {
            foreach (IPersonRule rule in RuleCatalogue.Person)
            {
                rule.CheckPerson(schedule, problem.People[person], sink);
            }
        }
    }

    private void CheckLinks(int visit)
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
    private void CheckFunds(IEnumerable<int> touched)
    {
        foreach (int fund in touched.SelectMany(visit => problem.Visits[visit].Funds).Select(paid => paid.Fund).Distinct())
        {
            foreach (IFundRule rule in RuleCatalogue.Fund)
            {
                rule.CheckFund(problem.Funds[fund], funds.MilliPencePermille(fund), funds.MinutesPermille(fund), sink);
            }
        }
    }
}
