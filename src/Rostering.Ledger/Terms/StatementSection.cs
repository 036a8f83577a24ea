namespace Rostering.Ledger.Terms;

/// <summary>The sections of a statement; a council asks for those that it wants, in an order of its own.</summary>
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
