namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Staff rostering: one shift or none per person and day. What a roster costs is the sum of its cells, its rows and its cover, all in
/// <see cref="LevelCost"/>. Shift 0 is a day off.
/// </summary>
public sealed class RosterProblem
{
    private RowCosts[]? rowCosts;

    /// <summary>Days of the horizon.</summary>
    public required int Days { get; init; }

    /// <summary>Shifts, the day off counted.</summary>
    public required int Shifts { get; init; }

    /// <summary>The contract of each person; people may share one.</summary>
    public required IReadOnlyList<RosterContract> Contracts { get; init; }

    /// <summary>Cost of each cell, by person, then day, then shift.</summary>
    public required long[] CellCosts { get; init; }

    /// <summary>What each day wants of each shift, by day, then shift; nothing is wanted of days off.</summary>
    public required CoverRule[] Cover { get; init; }

    /// <summary>People.</summary>
    public int People => Contracts.Count;

    /// <summary>The prices of each person's row in tables, made when first asked for.</summary>
    internal RowCosts[] RowCosts => rowCosts ??= Rosters.RowCosts.Of(this);

    /// <summary>Cost of one cell.</summary>
    public long CellCost(int person, int day, int shift) => CellCosts[(((person * Days) + day) * Shifts) + shift];

    /// <summary>Cover wanted of a shift on a day.</summary>
    public CoverRule CoverOf(int day, int shift) => Cover[(day * Shifts) + shift];

    /// <summary>Whether each shift has to be filled exactly.</summary>
    public bool CoverIsExact => Cover.Where((_, i) => i % Shifts != 0).All(rule => rule.Under >= LevelCost.OneHard && rule.Over >= LevelCost.OneHard);
}

/// <summary>How many are wanted, and the price of each missing and each superfluous.</summary>
public readonly record struct CoverRule(int Required, long Under, long Over)
{
    /// <summary>Price of having so many.</summary>
    public long Cost(int count) => count < Required ? (Required - count) * Under : (count - Required) * Over;
}
