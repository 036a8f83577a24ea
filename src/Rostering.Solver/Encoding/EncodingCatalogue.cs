using Rostering.Solver.Rules.Burden;
using Rostering.Solver.Rules.Changes;
using Rostering.Solver.Rules.Continuity;
using Rostering.Solver.Rules.ContractMaximum;
using Rostering.Solver.Rules.ContractedHours;
using Rostering.Solver.Rules.Cost;
using Rostering.Solver.Rules.DailyRest;
using Rostering.Solver.Rules.Development;
using Rostering.Solver.Rules.FundLimit;
using Rostering.Solver.Rules.LastTransport;
using Rostering.Solver.Rules.NightWork;
using Rostering.Solver.Rules.PaidOverTiedUp;
using Rostering.Solver.Rules.RestBreak;
using Rostering.Solver.Rules.SplitLength;
using Rostering.Solver.Rules.SplitShift;
using Rostering.Solver.Rules.TravelTime;
using Rostering.Solver.Rules.Uncovered;
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
        new DailyRestEncoding(),
        new WeeklyRestEncoding(),
        new WeeklyHoursEncoding(),
        new RestBreakEncoding(),
        new NightWorkEncoding(),
        new YoungWorkerEncoding(new YoungWorkerRule()),
        new ContractMaximumEncoding(),
        new LastTransportEncoding(),
        new SplitShiftEncoding(),
        new SplitLengthEncoding(),
        new PaidOverTiedUpEncoding(),
        new FundLimitEncoding(),
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
