using Rostering.Core.Funds;
using Rostering.Ledger;

namespace Rostering.Web.Pages.Funds;

/// <summary>What accounts, entries and exceptions are called on the pages.</summary>
internal static class FundWords
{
    public static string Of(FundFlagKind flag) => flag switch
    {
        FundFlagKind.Overspent => "Overspent",
        FundFlagKind.NothingLeft => "Nothing left",
        FundFlagKind.RunsOut => "Runs out",
        FundFlagKind.Owed => "Support owed",
        FundFlagKind.UnpurposedBank => "Banked without a purpose",
        FundFlagKind.BankOverCap => "Banked above the cap",
        FundFlagKind.ReceivableOverdue => "Unpaid for more than 30 days",
        FundFlagKind.LowContingency => "Contingency below half",
        _ => "Pace above 110%",
    };

    public static string Of(Account account) => account switch
    {
        Account.Cash => "Cash held",
        Account.Awarded => "Awarded, not yet invoiced",
        Account.CouncilReceivable => "Invoiced, not yet paid by the council",
        Account.ContributionReceivable => "Contribution still to come",
        Account.Overspend => "Overspent",
        Account.WriteOff => "Written off",
        Account.Main => "Main balance",
        Account.Contingency => "Contingency",
        Account.Bank => "Banked for a purpose",
        Account.Owed => "Support owed to the person",
        Account.Committed => "Committed to planned visits",
        Account.CouncilCredit => "Paid too much by the council",
        Account.RefundDue => "Due back to the council",
        Account.Payable => "Bought, not yet paid",
        Account.BonusPayable => "Bonus, not yet paid",
        Account.SupportEarned => "Earned for support, not yet withdrawn",
        Account.WaitingEarned => "Earned for waiting, not yet withdrawn",
        Account.VarianceEarned => "Price difference of banked hours",
        Account.ChargeEarned => "Management charge, not yet withdrawn",
        _ => "Reserve",
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Retain => "Contingency set aside",
        EntryKind.Draw => "Contingency drawn",
        EntryKind.Charge => "Management charge",
        EntryKind.Commit => "Visit committed",
        EntryKind.Release => "Commitment released",
        EntryKind.Expire => "Commitment lapsed",
        EntryKind.Deliver => "Support delivered",
        EntryKind.Decline => "Declined on the day",
        EntryKind.Absence => "Person ill or away",
        EntryKind.Fail => "Not delivered by the provider",
        EntryKind.MakeGood => "Owed support given",
        EntryKind.Bank => "Banked by choice",
        EntryKind.UseBank => "Banked hours used",
        EntryKind.Unbank => "Banked hours returned",
        EntryKind.ExpireBank => "Tranche ended",
        EntryKind.Pay => "Paid out",
        EntryKind.Bonus => "Team bonus",
        EntryKind.Receipt => "Council paid",
        EntryKind.Contribution => "Person paid",
        EntryKind.WriteOff => "Written off",
        EntryKind.Clawback => "Surplus due to the council",
        EntryKind.Withdraw => "Provider withdrew",
        EntryKind.SettleOverspend => "Overspend settled",
        EntryKind.CloseOut => "Closed out",
        EntryKind.ReserveBonus => "Bonus from the reserve",
        _ => kind.ToString(),
    };

    /// <summary>A key of an entry's detail as a word: agreedBy reads "agreed by".</summary>
    public static string OfKey(string key) => string.Concat(key.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static string Amount(Unit unit, long amount) => unit == Unit.Gbp ? new Money(amount).ToString() : new Minutes(amount).ToString();
}
