using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

/// <summary>The search puts every rule to hundreds of thousands of weeks a second: a rule that allocates would pay for it in collections.</summary>
[TestFixture]
internal sealed class RuleAllocationTests
{
    private static IEnumerable<Rule> Rules => RuleCatalogue.Rules;

    [TestCaseSource(nameof(Rules))]
    public void Check_KeepingNothing_AllocatesNothing(Rule rule)
    {
        var problem = BusyWeek.Problem(pence: 100, minutes: 30);
        var schedule = Schedules.From(PreparedProblem.From(problem), Rotas.Of(
            problem, ("v1", "mon 07:30", "cat"), ("v2", "mon 09:00", "bob"), ("v3", "mon 11:00", "ann cat"), ("v4", "tue 19:30", "cat"), ("v6", "sun 09:00", "ann")));
        FindingSink sink = new(RuleCatalogue.Weights(schedule.Problem), keep: false);
        WorkerTimeline timeline = new(schedule.Problem);
        timeline.Load(schedule, worker: 2);
        for (int i = 0; i < 50; i++)
        {
            Put(rule, schedule, timeline, sink);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Put(rule, schedule, timeline, sink);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(allocated, Is.Zero, $"{rule.Key} allocates on the search path");
    }

    private static void Put(Rule rule, Schedule schedule, WorkerTimeline timeline, FindingSink sink)
    {
        PreparedProblem problem = schedule.Problem;
        (rule as IPairRule)?.CheckPair(problem, problem.Workers[2], problem.Visits[3], 0, sink);
        (rule as ITimelineRule)?.CheckTimeline(timeline, sink);
        (rule as IVisitRule)?.CheckVisit(schedule, problem.Visits[2], sink);
        (rule as IPersonRule)?.CheckPerson(schedule, problem.People[1], sink);
        (rule as IFundRule)?.CheckFund(problem.Funds[1], 1_000_000_000, 100_000, sink);
        (rule as ILinkRule)?.CheckLink(schedule, problem.Links[0], sink);
    }
}
