using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration;

/// <summary>
/// The terms of the demonstration, as a provider of one's own may begin with them: each figure of law has its regulation, and each that is
/// assumed says so.
/// </summary>
public static class SuggestedTerms
{
    public static ImmutableArray<PayBand> PayBands => Tables.PayBands.All;

    public static ImmutableDictionary<string, long> Weights => SoftWeights.All;

    public static TravelTerms Travel(LocalDate day) => Tables.Travel.For(DemonstrationProvider.Oakwood, day);

    /// <summary>The law's limits from the day they hold, and house rules from the Monday of a week.</summary>
    public static ImmutableArray<RuleParameter> Parameters(LocalDate monday) =>
    [
        .. LawParameters.All,
        .. HouseParameters.For(DemonstrationProvider.Oakwood).Where(rule => rule.ValidFrom <= monday && (rule.ValidTo is not { } last || monday <= last))
            .Select(rule => rule with { ValidFrom = monday, KnownFrom = monday }),
    ];
}
