using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The council pays: what it owed is settled, in part or in whole, and what it paid beyond stays visible as its credit.</summary>
public static class Receipt
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, long remittance, Money paid)
    {
        var settled = Money.Min(paid, fund.Pence(Account.CouncilReceivable));
        return Draft.Of(fund, EntryKind.Receipt, occasion, $"receipt/{remittance}/{occasion.Evidence}").BroughtBy(remittance)
            .Move(Account.Cash, Account.CouncilReceivable, settled).Move(Account.Cash, Account.CouncilCredit, paid - settled)
            .Entry();
    }
}
