namespace Rostering.Ledger;

/// <summary>
/// The chart of accounts of a person's fund and of an organisation: on which side an account grows, and whether it ever falls
/// below its floor. The same as the database's table <c>ledger.account_kind</c>.
/// </summary>
public static class ChartOfAccounts
{
    /// <summary>Whether a fund, or an organisation where its number is below nought, has the account in that unit.</summary>
    public static bool Has(int fund, Account account, Unit unit) => fund < 0
        ? unit == Unit.Gbp && account is Account.Cash or Account.Reserve or Account.BonusPayable
        : account != Account.Reserve && (unit == Unit.Gbp || CountsTime(account));

    /// <summary>1 where a debit increases the account, -1 where a credit does.</summary>
    public static int Side(Account account) => account <= Account.WriteOff ? 1 : -1;

    /// <summary>Whether the account never falls below its floor: nought, or for the main balance the deficit that was agreed.</summary>
    public static bool Floored(Account account, Unit unit) =>
        account is not (Account.Awarded or Account.VarianceEarned) && (account, unit) is not (Account.Main, Unit.Min);

    private static bool CountsTime(Account account) => account is Account.Awarded or Account.Main or Account.Bank or Account.Owed
        or Account.Committed or Account.SupportEarned or Account.WaitingEarned;
}
