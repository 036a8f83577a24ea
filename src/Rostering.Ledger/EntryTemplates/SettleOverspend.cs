using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The main balance makes up for overspend, as far as it can.</summary>
public static class SettleOverspend
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion) =>
        Draft.Of(fund, EntryKind.SettleOverspend, occasion, $"settle/{occasion.Evidence}")
            .Move(Account.Main, Account.Overspend, Money.Min(fund.Pence(Account.Overspend), Money.Max(Money.Zero, fund.Pence(Account.Main)))).Entry();
}
