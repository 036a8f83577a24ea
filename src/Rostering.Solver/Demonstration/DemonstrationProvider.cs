namespace Rostering.Solver.Demonstration;

/// <summary>The three invented providers to live with, each after a case study of Cunningham and Nickson (2010).</summary>
public enum DemonstrationProvider
{
    /// <summary>Small and fund-first: fifty services of one person each, round-the-clock packages being unpicked.</summary>
    Oakwood,

    /// <summary>Large, learning disability: group homes, tenancies, group sessions, and eight people in a pilot.</summary>
    Cedar,

    /// <summary>Visiting housing support: many people, short visits, fifty individual budgets among nine hundred people.</summary>
    Chestnut,
}
