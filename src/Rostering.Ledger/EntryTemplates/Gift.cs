using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The organisation's reserve helps a fund, for good. It is the only way in which money of another's books reaches a fund, and takes two entries.</summary>
public static class Gift
{
    /// <summary>The organisation's side, which is posted first.</summary>
    public static Attempt<JournalEntry> Give(FundPosition organisation, Occasion occasion, Money amount, string reason) =>
        Draft.Of(organisation, EntryKind.Give, occasion, $"give/{occasion.Evidence}").Move(Account.Reserve, Account.Cash, amount).Say(DetailKeys.Reason, reason).Entry();

    /// <summary>The fund's side: it makes up for overspend first, and the rest joins the main balance.</summary>
    public static Attempt<JournalEntry> Receive(FundPosition fund, Occasion occasion, PostedEntry given, string reason)
    {
        if (given.Entry.Kind != EntryKind.Give || given.Entry.Fund >= 0)
            return fund.Refuse(RefusalReason.Gift, $"entry {given.Seq} of fund {given.Entry.Fund} is no gift of an organisation.", "Money never moves from one person's fund to another; give from the reserve.");
        var amount = new Money(-given.Entry.Lines.Single(line => line.Account == Account.Cash).Amount);
        var toOverspend = Money.Min(amount, fund.Pence(Account.Overspend));
        var draft = Draft.Of(fund, EntryKind.Gift, occasion, $"gift/{given.Entry.Fund}/{given.Seq}").Say(DetailKeys.Reason, reason)
            .Move(Account.Cash, Account.Overspend, toOverspend).Move(Account.Cash, Account.Main, amount - toOverspend);
        return (draft with { Unchecked = draft.Unchecked with { Twin = new(given.Entry.Fund, given.Seq) } }).Entry();
    }
}
