using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A purchase or a bonus is paid, from the cash that the fund holds.</summary>
public static class Pay
{
    public static Attempt<JournalEntry> ForPurchase(FundPosition fund, Occasion occasion, Money amount) => Entry(fund, occasion, Account.Payable, amount);

    public static Attempt<JournalEntry> ForBonus(FundPosition fund, Occasion occasion, Money amount) => Entry(fund, occasion, Account.BonusPayable, amount);

    private static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, Account owed, Money amount) =>
        Draft.Of(fund, EntryKind.Pay, occasion, $"pay/{occasion.Evidence}").Move(owed, Account.Cash, amount).Entry();
}
