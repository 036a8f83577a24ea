using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The council gets back what is due to it, and then what it paid too much.</summary>
public static class Refund
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, Money amount, string reason)
    {
        var due = Money.Min(amount, fund.Pence(Account.RefundDue));
        return Draft.Of(fund, EntryKind.Refund, occasion, $"refund/{occasion.Evidence}").Say(DetailKeys.Reason, reason)
            .Move(Account.RefundDue, Account.Cash, due).Move(Account.CouncilCredit, Account.Cash, amount - due).Entry();
    }
}
