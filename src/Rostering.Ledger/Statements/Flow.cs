namespace Rostering.Ledger.Statements;

/// <summary>What changes a fund's total, as the summary of a statement names it.</summary>
public enum Flow
{
    /// <summary>Awards and uplifts.</summary>
    Awarded,

    /// <summary>Cuts, called cuts.</summary>
    Cut,

    /// <summary>Gifts from the organisation.</summary>
    Gift,

    /// <summary>Support, and paid time without it.</summary>
    Support,

    /// <summary>Cover in an emergency, paid from contingency.</summary>
    Emergency,

    /// <summary>Goods, support from others, and bonuses.</summary>
    Purchase,

    /// <summary>The management charge.</summary>
    Charge,

    /// <summary>Set aside to go back to the council.</summary>
    Returned,

    /// <summary>Handed over when the fund ends.</summary>
    HandedOver,

    /// <summary>Changes to what earlier statements said.</summary>
    Adjustment,
}

/// <summary>Sorts entries by what they do to a fund's total.</summary>
internal static class Flows
{
    private static readonly Account[] Held = [Account.Main, Account.Contingency, Account.Bank, Account.Owed, Account.Committed, Account.Overspend];

    /// <summary>What an entry adds to the total of what is held for the person.</summary>
    public static Money Effect(StatementEntry entry)
    {
        var sum = Money.Zero;
        foreach (var line in entry.Lines)
        {
            if (line.Unit == Unit.Gbp && Held.Contains(line.Account))
                sum -= new Money(line.Amount);
        }

        return sum;
    }

    public static Flow Of(EntryKind kind) => kind switch
    {
        EntryKind.Award or EntryKind.Uplift => Flow.Awarded,
        EntryKind.Cut => Flow.Cut,
        EntryKind.Gift => Flow.Gift,
        EntryKind.Draw => Flow.Emergency,
        EntryKind.Charge => Flow.Charge,
        EntryKind.Purchase or EntryKind.Bonus => Flow.Purchase,
        EntryKind.Clawback or EntryKind.ExpireBank => Flow.Returned,
        EntryKind.CloseOut => Flow.HandedOver,
        _ => Flow.Support,
    };

    public static bool IsSpending(Flow flow) => flow is Flow.Support or Flow.Emergency or Flow.Purchase or Flow.Charge;
}
