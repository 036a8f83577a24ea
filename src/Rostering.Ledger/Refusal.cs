namespace Rostering.Ledger;

/// <summary>Why the ledger did not take something: nothing of it was recorded.</summary>
/// <param name="Reason">Which promise it would have broken.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Message">What is wrong, with the value that is, for the person who asked.</param>
/// <param name="Remedy">What to do instead.</param>
public sealed record Refusal(RefusalReason Reason, int Fund, string Message, string Remedy)
{
    /// <summary>The account that has too little, if that is the reason.</summary>
    public Account? Account { get; init; }

    /// <summary>What was asked for, in pence or minutes, if an amount is the reason.</summary>
    public long? Amount { get; init; }

    /// <summary>What could have been had, in the same unit.</summary>
    public long? Limit { get; init; }

    public override string ToString() => $"{Message} {Remedy}";
}

/// <summary>The promises that a refusal keeps. The database's codes for them stand beside.</summary>
public enum RefusalReason
{
    /// <summary>There is no such fund, or it is closed (LR001).</summary>
    NoOpenFund,

    /// <summary>The key was used for something else (LR002).</summary>
    KeyUsed,

    /// <summary>The day lies in a closed period (LR003).</summary>
    PeriodClosed,

    /// <summary>The fund still holds something and cannot be closed (LR004).</summary>
    StillHolds,

    /// <summary>The fund has no such account, or a line names one twice (LR005).</summary>
    NoSuchAccount,

    /// <summary>There is no such tranche (LR006), or it has too little left.</summary>
    Tranche,

    /// <summary>The lines do not sum to nought (LR011).</summary>
    Unbalanced,

    /// <summary>The kind of entry may not touch an account that way (LR012).</summary>
    WrongAccount,

    /// <summary>The entry is written past the ledger (LR010).</summary>
    OutOfSequence,

    /// <summary>The detail or a reference that the kind calls for is missing (LR014, LR024).</summary>
    Incomplete,

    /// <summary>The fund has no terms for the day (LR015).</summary>
    NoTerms,

    /// <summary>The commitment is resolved already, or not as it was made (LR016).</summary>
    Resolution,

    /// <summary>The entry cannot be reversed, or was (LR017, LR018).</summary>
    Reversal,

    /// <summary>A gift has no equal counterpart in the organisation's reserve (LR019).</summary>
    Gift,

    /// <summary>Contingency is not for that (LR020).</summary>
    ContingencyReason,

    /// <summary>The signed sheet has no such management charge (LR021).</summary>
    ChargeNotAgreed,

    /// <summary>No bonus: it is not agreed, or support is owed (LR022).</summary>
    Bonus,

    /// <summary>A second person has to check it (LR023).</summary>
    SecondPerson,

    /// <summary>The account has too little (constraint account_floor).</summary>
    TooLittle,

    /// <summary>The remittance has too little left (constraint remittance_allocated).</summary>
    Remittance,

    /// <summary>The agreement, consent or record that is called for is missing.</summary>
    NotAgreed,
}
