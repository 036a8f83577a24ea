using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>The terms a provider works by: travel, pay bands, limits of law and house, and what each wish weighs.</summary>
public sealed record HouseTerms
{
    /// <summary>The id of the one record of this kind.</summary>
    public const string Id = "house";

    public required string Zone { get; init; }
    public required TravelTerms Travel { get; init; }
    public required ImmutableArray<PayBand> PayBands { get; init; }
    public required ImmutableArray<RuleParameter> Parameters { get; init; }
    public required ImmutableDictionary<string, long> Weights { get; init; }

    /// <summary>
    /// What a provider that has no terms yet can begin with: the limits of the law, and for all else figures that say of themselves that
    /// they are assumed. They hold for nobody before somebody takes them.
    /// </summary>
    public static HouseTerms Suggested(LocalDate today) => new()
    {
        Zone = LocalClock.Zone.Id,
        Travel = SuggestedTerms.Travel(today),
        PayBands = SuggestedTerms.PayBands,
        Parameters = SuggestedTerms.Parameters(LocalClock.MondayOf(today)),
        Weights = SuggestedTerms.Weights,
    };
}
