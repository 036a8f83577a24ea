using System.Collections.Frozen;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>The objectives of the score and their amounts in plain words, for people who never saw a key.</summary>
public static class ObjectiveWording
{
    private const int MilliPenceInPound = 100_000;

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [WeightKeys.UncoveredCritical] = "Critical support with nobody",
        [WeightKeys.UncoveredSubstantial] = "Substantial support with nobody",
        [WeightKeys.UncoveredModerate] = "Moderate support with nobody",
        [WeightKeys.UncoveredLow] = "Low-need support with nobody",
        [WeightKeys.Accepted] = "Workers accepted, but not chosen",
        [WeightKeys.Known] = "Workers known, but not accepted",
        [WeightKeys.Stranger] = "Workers new to the person",
        [WeightKeys.Face] = "More different workers than wanted",
        [WeightKeys.ChangedWorker] = "Published workers changed",
        [WeightKeys.ChangedStart] = "Published starts moved",
        [WeightKeys.Split] = "Split duties",
        [WeightKeys.TiedUp] = "Time tied up without enough pay",
        [WeightKeys.DayOff] = "Clear days off too few",
        [WeightKeys.Unsocial] = "Unsocial hours beyond a fair share",
        [WeightKeys.RecentAsk] = "Cover asked of the same worker again",
        [WeightKeys.BelowContract] = "Hours short of the contract",
        [WeightKeys.Swing] = "Hours that swing from week to week",
        [WeightKeys.WantedStart] = "Starts away from the time asked for",
        [WeightKeys.WishOff] = "Visits against a wish to be off",
        [WeightKeys.WishWork] = "Wishes to work not met",
        [WeightKeys.Locality] = "Workers from another locality",
        [WeightKeys.Interest] = "No interest in common",
        [WeightKeys.Cost] = "Pay, travel, waiting and top-ups",
        [WeightKeys.Mile] = "Miles driven",
        [WeightKeys.SecondWorker] = "People without a second known worker",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a term counts: "Hours short of the contract".</summary>
    /// <param name="key">The term's key, one of <see cref="WeightKeys.All"/>.</param>
    public static string Name(string key) => Names[key];

    /// <summary>An amount in its unit, never below 0: "2 h 30", "£4.20", "1 visit".</summary>
    /// <param name="unit">A term's <see cref="Term.Unit"/>.</param>
    public static string Amount(string unit, long amount) => unit switch
    {
        "minutes" => Wording.Hours(amount),
        "thousandths of a penny" => $"£{amount / (decimal)MilliPenceInPound:n2}",
        "people" => amount == 1 ? "1 person" : $"{amount:n0} people",
        "wishes" => amount == 1 ? "1 wish" : $"{amount:n0} wishes",
        _ => amount == 1 ? $"1 {unit.TrimEnd('s')}" : $"{amount:n0} {unit}",
    };

    /// <summary>Points of the score as pounds: "£4.20".</summary>
    public static string Pounds(long points) => $"{(points < 0 ? "−" : "")}£{Math.Abs(points) / (decimal)MilliPenceInPound:n2}";
}
