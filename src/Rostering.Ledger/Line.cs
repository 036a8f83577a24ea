namespace Rostering.Ledger;

/// <summary>One line of an entry: so many pence or minutes on an account, a debit above nought and a credit below.</summary>
public readonly record struct Line(Account Account, Unit Unit, long Amount)
{
    public static Line Debit(Account account, Money amount) => new(account, Unit.Gbp, amount.Pence);

    public static Line Credit(Account account, Money amount) => new(account, Unit.Gbp, checked(-amount.Pence));

    public static Line Debit(Account account, Minutes time) => new(account, Unit.Min, time.Count);

    public static Line Credit(Account account, Minutes time) => new(account, Unit.Min, checked(-time.Count));
}
