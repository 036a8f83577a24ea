namespace Rostering.Solver.Problem;

/// <summary>A council and the terms it sets for its funds.</summary>
public sealed record Council
{
    public required CouncilId Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Part of each award kept for emergencies, in thousandths (100 is 10 %).</summary>
    public required int ContingencyPermille { get; init; }

    /// <summary>Part of a year's award that may stay unspent, in thousandths.</summary>
    public required int SurplusCapPermille { get; init; }

    /// <summary>Hours a person may bank, in minutes; <c>null</c> where the council sets no cap.</summary>
    public int? BankedMinutesMax { get; init; }

    /// <summary>How often the council is invoiced.</summary>
    public required InvoiceCycle InvoiceCycle { get; init; }
}

/// <summary>How often a council is invoiced.</summary>
public enum InvoiceCycle { FourWeekly, CalendarMonth }
