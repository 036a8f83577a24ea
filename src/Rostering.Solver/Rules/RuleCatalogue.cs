using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules.Absence;
using Rostering.Solver.Rules.Availability;
using Rostering.Solver.Rules.Burden;
using Rostering.Solver.Rules.Changes;
using Rostering.Solver.Rules.Competency;
using Rostering.Solver.Rules.Continuity;
using Rostering.Solver.Rules.ContractMaximum;
using Rostering.Solver.Rules.ContractedHours;
using Rostering.Solver.Rules.Cost;
using Rostering.Solver.Rules.DailyRest;
using Rostering.Solver.Rules.Development;
using Rostering.Solver.Rules.Exclusion;
using Rostering.Solver.Rules.Freeze;
using Rostering.Solver.Rules.FundLimit;
using Rostering.Solver.Rules.Grade;
using Rostering.Solver.Rules.GroupCompatibility;
using Rostering.Solver.Rules.KnownWorker;
using Rostering.Solver.Rules.LastTransport;
using Rostering.Solver.Rules.LawfulRequirement;
using Rostering.Solver.Rules.NightWork;
using Rostering.Solver.Rules.PaidOverTiedUp;
using Rostering.Solver.Rules.Pin;
using Rostering.Solver.Rules.Precedence;
using Rostering.Solver.Rules.RestBreak;
using Rostering.Solver.Rules.SharedConsent;
using Rostering.Solver.Rules.Sleepover;
using Rostering.Solver.Rules.SplitLength;
using Rostering.Solver.Rules.SplitShift;
using Rostering.Solver.Rules.StaffRatio;
using Rostering.Solver.Rules.StartWindow;
using Rostering.Solver.Rules.SynchronisedVisits;
using Rostering.Solver.Rules.TeamCap;
using Rostering.Solver.Rules.TeamMembership;
using Rostering.Solver.Rules.TravelTime;
using Rostering.Solver.Rules.Uncovered;
using Rostering.Solver.Rules.VisitLength;
using Rostering.Solver.Rules.WeeklyHours;
using Rostering.Solver.Rules.WeeklyRest;
using Rostering.Solver.Rules.Wishes;
using Rostering.Solver.Rules.YoungWorker;

namespace Rostering.Solver.Rules;

/// <summary>All rules, hard first, in the order in which they are explained.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<Rule> Rules { get; } =
    [
        new TravelTimeRule(),
        new AbsenceRule(),
        new AvailabilityRule(),
        new TeamMembershipRule(),
        new TeamCapRule(),
        new ExclusionRule(),
        new CompetencyRule(),
        new LawfulRequirementRule(),
        new StaffRatioRule(),
        new GradeRule(),
        new SharedConsentRule(),
        new GroupCompatibilityRule(),
        new KnownWorkerRule(),
        new DailyRestRule(),
        new WeeklyRestRule(),
        new WeeklyHoursRule(),
        new RestBreakRule(),
        new NightWorkRule(),
        new YoungWorkerRule(),
        new ContractMaximumRule(),
        new LastTransportRule(),
        new VisitLengthRule(),
        new SplitShiftRule(),
        new SplitLengthRule(),
        new PaidOverTiedUpRule(),
        new FreezeRule(),
        new FundLimitRule(),
        new SleepoverRule(),
        new StartWindowRule(),
        new PinRule(),
        new SynchronisedVisitsRule(),
        new PrecedenceRule(),
        new UncoveredRule(),
        new ContinuityRule(),
        new ChangesRule(),
        new BurdenRule(),
        new ContractedHoursRule(),
        new WishesRule(),
        new CostRule(),
        new DevelopmentRule(),
    ];

    /// <summary>Every term of every rule; a term's index is its position here.</summary>
    public static ImmutableArray<Term> Terms { get; } = Number([.. Rules.SelectMany(rule => rule.Terms)]);

    public static ImmutableArray<IPairRule> Pair { get; } = [.. Rules.OfType<IPairRule>()];
    public static ImmutableArray<ITimelineRule> Timeline { get; } = [.. Rules.OfType<ITimelineRule>()];

    /// <summary>Timeline rules that nothing may break.</summary>
    public static ImmutableArray<ITimelineRule> HardTimeline { get; } = [.. Rules.Where(rule => rule.Level == RuleLevel.Hard).OfType<ITimelineRule>()];

    public static ImmutableArray<IVisitRule> Visit { get; } = [.. Rules.OfType<IVisitRule>()];
    public static ImmutableArray<ILinkRule> Link { get; } = [.. Rules.OfType<ILinkRule>()];
    public static ImmutableArray<IPersonRule> Person { get; } = [.. Rules.OfType<IPersonRule>()];
    public static ImmutableArray<IFundRule> Fund { get; } = [.. Rules.OfType<IFundRule>()];

    /// <summary>The rule a term belongs to.</summary>
    public static Rule Of(Term term) => Rules.First(rule => rule.Terms.Contains(term));

    /// <summary>The weights of all terms in a problem; a hard term weighs 1.</summary>
    public static ImmutableArray<long> Weights(PreparedProblem problem) =>
        [.. Terms.Select(term => term.Level == RuleLevel.Hard ? 1 : problem.Weight(term.Key))];

    private static ImmutableArray<Term> Number(ImmutableArray<Term> terms)
    {
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i].Index = i;
        }

        return terms;
    }
}
