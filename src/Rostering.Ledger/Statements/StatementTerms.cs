using System.Collections.Immutable;

namespace Rostering.Ledger.Statements;

/// <summary>Which figures a statement shows as used: what was delivered in its period, or what was invoiced.</summary>
public enum StatementBasis
{
    /// <summary>What was delivered in the period, invoiced or not.</summary>
    Delivered,

    /// <summary>What was delivered in the period, with what was invoiced and what is still to be.</summary>
    Invoiced,
}

/// <summary>How often a council asks for a statement.</summary>
public enum StatementFrequency
{
    /// <summary>Thirteen times a year.</summary>
    FourWeekly,

    /// <summary>For every calendar month.</summary>
    Monthly,

    /// <summary>For three calendar months at a time.</summary>
    Quarterly,
}

/// <summary>The sections that a council may ask for, in an order of its own.</summary>
public enum StatementSection
{
    /// <summary>Opening to closing balance in one table.</summary>
    Summary,

    /// <summary>The allocation for the year and the period, with its changes.</summary>
    Allocation,

    /// <summary>Money that arrived, with its remittances.</summary>
    MoneyReceived,

    /// <summary>The person's own contribution.</summary>
    Contribution,

    /// <summary>Every visit, those that did not happen included.</summary>
    Support,

    /// <summary>Goods and support bought from others.</summary>
    Purchases,

    /// <summary>The management charge of the signed sheet.</summary>
    ManagementCharge,

    /// <summary>Adjustments to earlier periods.</summary>
    Adjustments,

    /// <summary>Promised to planned visits, not yet delivered.</summary>
    Committed,

    /// <summary>Hours banked by choice.</summary>
    BankedHours,

    /// <summary>Money kept for emergencies.</summary>
    Contingency,

    /// <summary>The closing balance by what it is for.</summary>
    ClosingBalance,

    /// <summary>The year to date against an even pace.</summary>
    Pace,

    /// <summary>What is due back to the council.</summary>
    RefundDue,
}

/// <summary>What a council's profile asks of its statements.</summary>
/// <param name="Frequency">How often.</param>
/// <param name="Basis">Which figures.</param>
/// <param name="Sections">Which sections, in which order.</param>
/// <param name="HoursFirst">Hours before pounds, where both are shown.</param>
/// <param name="DueDays">Days after the period's end by which the statement is issued.</param>
public sealed record StatementRules(StatementFrequency Frequency, StatementBasis Basis, ImmutableArray<StatementSection> Sections, bool HoursFirst, int DueDays)
{
    /// <summary>Every section, in the order in which money is followed from its award to what is left.</summary>
    public static ImmutableArray<StatementSection> AllSections { get; } = [.. Enum.GetValues<StatementSection>()];
}

/// <summary>The numbers of a fund's terms that a statement speaks of; what the council sets no limit for is left out.</summary>
/// <param name="ContingencyPermille">The contingency share, in thousandths.</param>
/// <param name="SurplusCapWeeks">How many weeks' allocation may be left over before the council can ask for it back.</param>
/// <param name="BankCap">How much time may be banked at once.</param>
/// <param name="BankExpiryWeeks">For how many weeks banked time is kept.</param>
/// <param name="Rules">What the council asks of statements.</param>
public sealed record StatementTerms(int ContingencyPermille, int? SurplusCapWeeks, Minutes? BankCap, int? BankExpiryWeeks, StatementRules Rules);
