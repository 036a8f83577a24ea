namespace Rostering.Ledger;

/// <summary>What a journal entry records. The names, in this order and in snake case, are those of the database's type <c>ledger.entry_kind</c>.</summary>
public enum EntryKind
{
    /// <summary>A council awards money, and perhaps time, for some weeks.</summary>
    Award,

    /// <summary>An award is raised.</summary>
    Uplift,

    /// <summary>An award is cut, and is called a cut.</summary>
    Cut,

    /// <summary>The person's contribution arrives.</summary>
    Contribution,

    /// <summary>Money moves between the main balance and contingency.</summary>
    Retain,

    /// <summary>Contingency pays for an emergency.</summary>
    Draw,

    /// <summary>The management charge that the signed sheet states.</summary>
    Charge,

    /// <summary>A planned visit is promised its money and time: the entry is pending until it is resolved.</summary>
    Commit,

    /// <summary>A commitment is called off.</summary>
    Release,

    /// <summary>A commitment lapses.</summary>
    Expire,

    /// <summary>Support was given, at its actual cost.</summary>
    Deliver,

    /// <summary>The person declined support on the day.</summary>
    Decline,

    /// <summary>The person was ill or in hospital.</summary>
    Absence,

    /// <summary>The provider failed to deliver: the support is owed.</summary>
    Fail,

    /// <summary>Owed support is given.</summary>
    MakeGood,

    /// <summary>The person forgoes support for a purpose, by choice.</summary>
    Bank,

    /// <summary>Banked hours are used.</summary>
    UseBank,

    /// <summary>Banked support returns to the main balance.</summary>
    Unbank,

    /// <summary>A tranche reaches its end.</summary>
    ExpireBank,

    /// <summary>Something is bought for the person.</summary>
    Purchase,

    /// <summary>A purchase or a bonus is paid.</summary>
    Pay,

    /// <summary>A team's bonus from an agreed saving.</summary>
    Bonus,

    /// <summary>The organisation's reserve helps a fund, for good.</summary>
    Gift,

    /// <summary>The council is invoiced.</summary>
    Invoice,

    /// <summary>The council pays.</summary>
    Receipt,

    /// <summary>The council gets money back.</summary>
    Refund,

    /// <summary>A claim is given up.</summary>
    WriteOff,

    /// <summary>Surplus above the cap becomes due to the council.</summary>
    Clawback,

    /// <summary>The provider takes what it earned.</summary>
    Withdraw,

    /// <summary>The main balance makes up for overspend.</summary>
    SettleOverspend,

    /// <summary>All that a fund holds goes to the person, the council or another provider.</summary>
    CloseOut,

    /// <summary>Another entry is undone.</summary>
    Reversal,

    /// <summary>The organisation's reserve grows.</summary>
    Endow,

    /// <summary>The organisation's side of a gift.</summary>
    Give,

    /// <summary>A bonus that the organisation's reserve pays.</summary>
    ReserveBonus,
}
