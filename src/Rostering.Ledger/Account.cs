namespace Rostering.Ledger;

/// <summary>
/// The accounts that a fund, or an organisation, has. The names, in this order and in snake case, are those of the database's
/// type <c>ledger.account</c>. In postings a debit is positive and a credit negative.
/// </summary>
public enum Account
{
    /// <summary>The fund's money in the holding account.</summary>
    Cash,

    /// <summary>Awarded by the council and not yet invoiced; in minutes, the time that the award stands for.</summary>
    Awarded,

    /// <summary>Invoiced to the council and not yet paid.</summary>
    CouncilReceivable,

    /// <summary>The person's own contribution, not yet paid.</summary>
    ContributionReceivable,

    /// <summary>What was delivered beyond what the fund had.</summary>
    Overspend,

    /// <summary>Claims given up.</summary>
    WriteOff,

    /// <summary>What the person can still plan with.</summary>
    Main,

    /// <summary>Kept for emergencies.</summary>
    Contingency,

    /// <summary>Banked by choice, for a purpose.</summary>
    Bank,

    /// <summary>Support that the provider failed to deliver and owes.</summary>
    Owed,

    /// <summary>Promised to planned visits.</summary>
    Committed,

    /// <summary>Paid by the council beyond what it owed.</summary>
    CouncilCredit,

    /// <summary>To be paid back to the council.</summary>
    RefundDue,

    /// <summary>Bought and not yet paid.</summary>
    Payable,

    /// <summary>Bonus agreed and not yet paid.</summary>
    BonusPayable,

    /// <summary>Earned by the provider for support and not yet withdrawn; in minutes, the support given.</summary>
    SupportEarned,

    /// <summary>Earned for paid time without support, such as a late cancellation, and not yet withdrawn.</summary>
    WaitingEarned,

    /// <summary>The difference between the price of banked hours when used and when banked.</summary>
    VarianceEarned,

    /// <summary>Management charge earned and not yet withdrawn.</summary>
    ChargeEarned,

    /// <summary>The organisation's own reserve.</summary>
    Reserve,
}
