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

namespace Rostering.Solver.Encoding;

/// <summary>The encodings of all rules, in the order of the rule catalogue.</summary>
public static class EncodingCatalogue
{
    /// <summary>Fresh encodings: an encoding may keep state for the model it is used on.</summary>
    public static IReadOnlyList<RuleEncoding> All() =>
    [
        new TravelTimeEncoding(),
        new AbsenceEncoding(),
        new AvailabilityEncoding(),
        new TeamMembershipEncoding(),
        new TeamCapEncoding(),
        new ExclusionEncoding(),
        new CompetencyEncoding(),
        new LawfulRequirementEncoding(),
        new StaffRatioEncoding(),
        new GradeEncoding(),
        new SharedConsentEncoding(),
        new GroupCompatibilityEncoding(),
        new KnownWorkerEncoding(),
        new DailyRestEncoding(),
        new WeeklyRestEncoding(),
        new WeeklyHoursEncoding(),
        new RestBreakEncoding(),
        new NightWorkEncoding(),
        new YoungWorkerEncoding(new YoungWorkerRule()),
        new ContractMaximumEncoding(),
        new LastTransportEncoding(),
        new VisitLengthEncoding(),
        new SplitShiftEncoding(),
        new SplitLengthEncoding(),
        new PaidOverTiedUpEncoding(),
        new FreezeEncoding(),
        new FundLimitEncoding(),
        new SleepoverEncoding(),
        new StartWindowEncoding(),
        new PinEncoding(),
        new SynchronisedVisitsEncoding(),
        new PrecedenceEncoding(),
        new UncoveredEncoding(),
        new ContinuityEncoding(),
        new ChangesEncoding(),
        new BurdenEncoding(),
        new ContractedHoursEncoding(),
        new WishesEncoding(),
        new CostEncoding(),
        new DevelopmentEncoding(),
    ];
}
