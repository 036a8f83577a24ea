using Rostering.Solver.Rules.Burden;
using Rostering.Solver.Rules.Changes;
using Rostering.Solver.Rules.Continuity;
using Rostering.Solver.Rules.ContractedHours;
using Rostering.Solver.Rules.Cost;
using Rostering.Solver.Rules.Development;
using Rostering.Solver.Rules.FundLimit;
using Rostering.Solver.Rules.Uncovered;
using Rostering.Solver.Rules.Wishes;

namespace Rostering.Solver.Encoding;

/// <summary>The encodings of all rules, in the order of the rule catalogue.</summary>
public static class EncodingCatalogue
{
    /// <summary>Fresh encodings: an encoding may keep state for the model it is used on.</summary>
    public static IReadOnlyList<RuleEncoding> All() =>
    [
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
