using System.Collections.Immutable;
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
}
