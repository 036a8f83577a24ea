using System.Globalization;
using static Rostering.Solver.Problem.WeightKeys;

namespace Rostering.Web.Pages.House;

/// <summary>What a weight weighs, and for each of what.</summary>
/// <param name="IsMoney">A point is a thousandth of a penny that avoiding one unit would be worth; otherwise points compare with their own kind alone.</param>
public sealed record WeightWords(string Title, string Unit, bool IsMoney = true)
{
    private const decimal PointsOfAPound = 100_000m;

    private static readonly Dictionary<string, WeightWords> ByKey = new(StringComparer.Ordinal)
    {
        [UncoveredCritical] = new("Critical support that nobody gives", "a minute and worker", IsMoney: false),
        [UncoveredSubstantial] = new("Substantial support that nobody gives", "a minute and worker", IsMoney: false),
        [UncoveredModerate] = new("Moderate support that nobody gives", "a minute and worker", IsMoney: false),
        [UncoveredLow] = new("Low-need support, training or a meeting that nobody gives", "a minute and worker", IsMoney: false),
        [Accepted] = new("A worker the person accepted, but did not choose", "a visit and worker"),
        [Known] = new("A known worker, neither chosen nor accepted", "a visit and worker"),
        [Stranger] = new("A worker new to the person", "a visit and worker"),
        [Face] = new("A different worker beyond those a person wants", "a worker and week"),
        [ChangedWorker] = new("A published worker taken off a visit", "a visit and worker"),
        [ChangedStart] = new("A published start moved", "a minute"),
        [Split] = new("A split in a duty", "a split"),
        [TiedUp] = new("Paid time a duty lacks to be worth its while", "a minute"),
        [DayOff] = new("A clear day off short of what is wanted", "a day"),
        [Unsocial] = new("Unsocial time beyond a fair share", "a minute"),
        [RecentAsk] = new("A visit newly given to a worker asked lately", "a visit and ask"),
        [BelowContract] = new("Paid time short of the contract", "a minute"),
        [Swing] = new("Swing beyond what nobody minds", "a minute"),
        [WantedStart] = new("Start given away from the start asked for", "a minute"),
        [WishOff] = new("A visit against a worker’s wish to be off", "a visit"),
        [WishWork] = new("A wish to work that no visit met", "a wish"),
        [Locality] = new("A worker from another locality", "a visit"),
        [Interest] = new("A worker who shares no interest, where some are named", "a visit"),
        [Cost] = new("What the week costs", "a thousandth of a penny", IsMoney: false),
        [Mile] = new("Driving", "a mile"),
        [SecondWorker] = new("A person who gets to know no second worker", "a person and week"),
    };

    /// <summary>The label of its field.</summary>
    public string Label => $"{Title} (points {Unit})";

    public static WeightWords? Of(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>What avoiding one unit is worth by a weight, in words.</summary>
    public string Worth(long points) => IsMoney ? $"{(points / PointsOfAPound).ToString("£#,##0.00###", CultureInfo.InvariantCulture)} {Unit}" : "";
}
