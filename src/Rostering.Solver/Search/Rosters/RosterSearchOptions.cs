namespace Rostering.Solver.Search.Rosters;

/// <summary>How rosters are searched.</summary>
public sealed record RosterSearchOptions
{
    /// <summary>What the walk pays for a hard rule broken by one unit. It may pass through broken rules; what is kept as best is judged by levels.</summary>
    public double HardWeight { get; init; } = 100;

    /// <summary>Longest stretch of days that two people exchange.</summary>
    public int LongestBlock { get; init; } = 10;

    /// <summary>Of a thousand moves how many exchange days between two people.</summary>
    public int Exchanges { get; init; } = 600;

    /// <summary>Of a thousand moves how many exchange two days of one person. The rest give a person another shift on one or a few days.</summary>
    public int Slides { get; init; } = 100;

    /// <summary>Of a million moves how many take people out and put them back on best rows.</summary>
    public int Rebuilds { get; init; } = 200;

    /// <summary>Most people taken out at once.</summary>
    public int MostRebuilt { get; init; } = 3;

    /// <summary>Most days on which they are taken out.</summary>
    public int MostRebuiltDays { get; init; } = 28;

    /// <summary>Share of the time for rows by prices and annealing; the rest is for parts solved by CP-SAT.</summary>
    public double SearchedShare { get; init; } = 0.8;

    /// <summary>Share of that for rows by prices.</summary>
    public double PricedShare { get; init; } = 0.75;

    /// <summary>Moves of annealing that a row by prices counts as where moves are the budget, so that both take some such shares of the time.</summary>
    public int MovesPerRow { get; init; } = 1;

    /// <summary>Most cells, by person, day and shift, of a roster that CP-SAT tries whole.</summary>
    public int MostCellsWhole { get; init; } = 1600;

    /// <summary>Settings that were measured to suit a problem: where cover is exact people exchange days, elsewhere rows are searched as well.</summary>
    public static RosterSearchOptions For(RosterProblem problem) => problem.CoverIsExact
        ? new RosterSearchOptions { HardWeight = 60, LongestBlock = 8, Exchanges = 950, Slides = 30, Rebuilds = 500, MostRebuilt = 1, MovesPerRow = 20, Cooling = new(0.8, 0.1) }
        : new RosterSearchOptions { HardWeight = 500, Rebuilds = 50_000, MostRebuilt = 1, PricedShare = 0.95, Cooling = new(5, 0.5) };

    /// <summary>Temperatures of the annealing.</summary>
    public Cooling Cooling { get; init; } = new(30, 0.5);
}
