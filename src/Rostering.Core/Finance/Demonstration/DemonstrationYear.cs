using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Demonstration;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>
/// The year of a demonstration provider's funds that ends before its demonstration week. The same provider, seed, week and number of
/// weeks give the same entries on every machine. Where its numbers come from is in docs/demonstration-providers.md.
/// </summary>
public sealed record DemonstrationYear
{
    /// <summary>The weeks of a whole year.</summary>
    public const int WeeksMax = 52;

    public required string Provider { get; init; }

    /// <summary>The number of the provider's own books.</summary>
    public required int Organisation { get; init; }

    /// <summary>What happens to the provider's own books: its reserve, and what it gave from it.</summary>
    public required FundYear Reserve { get; init; }

    public required DateInterval Days { get; init; }
    public required ImmutableArray<DemonstrationCouncil> Councils { get; init; }

    /// <summary>The funds of the people, in the order of their numbers.</summary>
    public required ImmutableArray<DemonstrationFund> Funds { get; init; }

    /// <summary>Draws a provider's funds; their entries are drawn when a fund's year is played.</summary>
    /// <param name="provider">Which provider.</param>
    /// <param name="seed">The seed of its demonstration week.</param>
    /// <param name="weekStart">The Monday of that week, the first after the year.</param>
    /// <param name="weeks">How many weeks before it, 52 for the year.</param>
    /// <exception cref="ArgumentException"><paramref name="weeks"/> is not within 1 and 52.</exception>
    public static DemonstrationYear Draw(DemonstrationProvider provider, int seed, LocalDate weekStart, int weeks = WeeksMax)
    {
        if (weeks is < 1 or > WeeksMax)
            throw new ArgumentException($"weeks {weeks} is no part of a year; give 1 to {WeeksMax}.", nameof(weeks));
        var problem = DemonstrationWeek.Generate(provider, seed, weekStart).Problem;
        var days = new DateInterval(weekStart.PlusWeeks(-weeks), weekStart.PlusDays(-1));
        var organisation = BooksOf(provider);
        var casting = new Casting(days, organisation);
        var drawn = new FundDrawing(problem, Dice.Of(provider, seed).Fork("year"), days, firstNumber: (-organisation * 1000) + 1).Funds();
        ImmutableArray<DemonstrationFund> funds = [.. casting.Cast(drawn, sessionsAreShared: provider == DemonstrationProvider.Cedar)];
        return new DemonstrationYear
        {
            Provider = problem.Provider,
            Organisation = organisation,
            Reserve = casting.Organisation,
            Days = days,
            Councils = CouncilBook.All,
            Funds = funds,
        };
    }

    /// <summary>The number of a provider's own books; its people's funds are counted from a thousand times that.</summary>
    public static int BooksOf(DemonstrationProvider provider) => -((int)provider + 1);
}
