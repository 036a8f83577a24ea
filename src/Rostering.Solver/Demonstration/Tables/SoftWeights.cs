using System.Collections.Immutable;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Tables;

/// <summary>
/// What each soft objective weighs, in the order the requirements suggest. Every figure is assumed: it says what avoiding one unit would
/// be worth in money, and a provider will have its own view.
/// </summary>
internal static class SoftWeights
{
    private const long Penny = 1_000;
    private const long Pound = 100 * Penny;

    public static ImmutableDictionary<string, long> All { get; } = new Dictionary<string, long>
    {
        [WeightKeys.UncoveredCritical] = 100,
        [WeightKeys.UncoveredSubstantial] = 50,
        [WeightKeys.UncoveredModerate] = 5,
        [WeightKeys.UncoveredLow] = 1,
        [WeightKeys.Accepted] = 1 * Pound,
        [WeightKeys.Known] = 2 * Pound,
        [WeightKeys.Stranger] = 6 * Pound,
        [WeightKeys.Face] = 4 * Pound,
        [WeightKeys.ChangedWorker] = 10 * Pound,
        [WeightKeys.ChangedStart] = 5 * Penny,
        [WeightKeys.Split] = 5 * Pound,
        [WeightKeys.TiedUp] = 3 * Penny,
        [WeightKeys.DayOff] = 8 * Pound,
        [WeightKeys.Unsocial] = 1 * Penny,
        [WeightKeys.RecentAsk] = 2 * Pound,
        [WeightKeys.BelowContract] = 5 * Penny,
        [WeightKeys.Swing] = 2 * Penny,
        [WeightKeys.WantedStart] = 2 * Penny,
        [WeightKeys.WishOff] = 10 * Pound,
        [WeightKeys.WishWork] = 3 * Pound,
        [WeightKeys.Locality] = 50 * Penny,
        [WeightKeys.Interest] = 50 * Penny,
        [WeightKeys.Cost] = 1,
        [WeightKeys.Mile] = 10 * Penny,
        [WeightKeys.SecondWorker] = 5 * Pound,
    }.ToImmutableDictionary();
}
