using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Rota;

/// <summary>A hard rule broken: by how much, by whom, when, in a sentence.</summary>
public sealed record Violation(string Rule, long Amount, string Unit, WorkerId? Worker, VisitId? Visit, NodaTime.LocalDateTime? When, string Sentence);

/// <summary>What a term adds to the score.</summary>
/// <param name="Points">Amount × weight, in points.</param>
public sealed record TermTotal(string Key, RuleLevel Level, string Unit, long Amount, long Points);

/// <summary>What the checker says of a rota.</summary>
public sealed record RotaCheck(RotaScore Score, ImmutableArray<Violation> HardViolations, ImmutableArray<TermTotal> Terms, ImmutableArray<Finding> Findings);

/// <summary>
/// Judges a finished rota from the problem alone. Knows nothing of CP-SAT or of the search: it lays out every worker's week again and
/// puts every rule to it.
/// </summary>
public static class RotaChecker
{
    /// <summary>Checks a rota that refers only to known visits and workers.</summary>
    public static RotaCheck Check(RotaProblem problem, WeeklyRota rota) => Check(Schedules.From(PreparedProblem.From(problem, rota), rota));

    /// <summary>Checks a schedule.</summary>
    public static RotaCheck Check(Schedule schedule)
    {
        PreparedProblem problem = schedule.Problem;
        FindingSink sink = new(RuleCatalogue.Weights(problem), keep: true);
        Walk(schedule, sink);
        return new RotaCheck(sink.Score, Violations(schedule, sink.Findings), Totals(problem, sink.Findings), [.. sink.Findings]);
    }

    private static void Walk(Schedule schedule, FindingSink sink)
    {
        PreparedProblem problem = schedule.Problem;
        FundBook funds = new(schedule);
        WorkerTimeline timeline = new(problem);
        foreach (PreparedVisit visit in problem.Visits)
        {
            funds.AddMinutes(visit.Index);
            RuleWalk.Visit(schedule, visit, sink);
        }

        foreach (PreparedWorker worker in problem.Workers)
        {
            timeline.Load(schedule, worker.Index);
            funds.Charge(timeline);
            foreach (ITimelineRule rule in RuleCatalogue.Timeline)
            {
                rule.CheckTimeline(timeline, sink);
            }
        }

        foreach (IPersonRule rule in RuleCatalogue.Person)
        {
            foreach (PreparedPerson person in problem.People)
            {
                rule.CheckPerson(schedule, person, sink);
            }
        }

        foreach (ILinkRule rule in RuleCatalogue.Link)
        {
            foreach (PreparedLink link in problem.Links)
            {
                rule.CheckLink(schedule, link, sink);
            }
        }

        foreach (IFundRule rule in RuleCatalogue.Fund)
        {
            foreach (PreparedFund fund in problem.Funds)
            {
                rule.CheckFund(fund, funds.MilliPencePermille(fund.Index), funds.MinutesPermille(fund.Index), sink);
            }
        }
    }

    private static ImmutableArray<Violation> Violations(Schedule schedule, IReadOnlyList<Finding> findings) =>
    [
        .. from finding in findings
           where finding.Term.Level == RuleLevel.Hard
           select new Violation(
               RuleCatalogue.Of(finding.Term).Key,
               finding.Amount,
               finding.Term.Unit,
               finding.Worker >= 0 ? schedule.Problem.Workers[finding.Worker].Source.Id : null,
               finding.Visit >= 0 ? schedule.Problem.Visits[finding.Visit].Source.Id : null,
               When(schedule, finding.Visit),
               RuleCatalogue.Of(finding.Term).Describe(schedule.Problem, finding)),
    ];

    // The start the rota gives; for a visit it leaves uncovered, the first start that was possible.
    private static NodaTime.LocalDateTime? When(Schedule schedule, int visit) =>
        visit < 0 ? null
        : schedule.Covered(visit) ? schedule.Problem.Clock.Local(schedule.Start(visit))
        : schedule.Problem.Visits[visit].Source.EarliestStart;

    private static ImmutableArray<TermTotal> Totals(PreparedProblem problem, IReadOnlyList<Finding> findings)
    {
        ImmutableArray<long> weights = RuleCatalogue.Weights(problem);
        ILookup<Term, long> amounts = findings.ToLookup(f => f.Term, f => f.Amount);
        return [.. RuleCatalogue.Terms.Select(term => new TermTotal(term.Key, term.Level, term.Unit, amounts[term].Sum(), amounts[term].Sum() * weights[term.Index]))];
    }
}
