using System.Collections.Immutable;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>
/// A fund ends, and all that it holds goes with the person: the award that is not used lapses, and the money goes to whom the person
/// chose, such as another provider. Nothing is left.
/// </summary>
public static class CloseOut
{
    private static readonly Account[] Settled = [Account.Committed, Account.Overspend, Account.Payable, Account.BonusPayable, Account.RefundDue, Account.CouncilCredit];

    // What is not yet invoiced lapses first, so that no more cash moves than the fund was paid.
    private static readonly Account[] Backing = [Account.Awarded, Account.Cash, Account.CouncilReceivable, Account.ContributionReceivable];

    /// <summary>What is banked returns to the main balance first, tranche by tranche, and then everything goes.</summary>
    public static Attempt<ImmutableArray<JournalEntry>> Entries(FundPosition fund, Occasion occasion, string to, string reason)
    {
        foreach (var account in Settled.Where(account => fund.Pence(account) != Money.Zero))
            return StillHolds(fund, account);
        if (fund.Pence(Account.Main) < Money.Zero)
            return StillHolds(fund, Account.Main);

        var entries = fund.OpenTranches.Select(tranche => Unbank.Entry(fund, occasion, tranche.Seq, reason)).ToList();
        var unbanked = entries.OfType<Attempt<JournalEntry>.Made>().Aggregate(fund, (position, entry) => position.Apply(entry.Value, entry.Value.Tranche!.Value));
        return entries.Append(Emptied(unbanked, occasion, to, reason)).All();
    }

    private static Attempt<JournalEntry> Emptied(FundPosition fund, Occasion occasion, string to, string reason)
    {
        var draft = Draft.Of(fund, EntryKind.CloseOut, occasion, $"close-out/{occasion.Evidence}").Say(DetailKeys.To, to).Say(DetailKeys.Reason, reason);
        var left = Money.Zero;
        foreach (var account in new[] { Account.Main, Account.Contingency, Account.Owed })
        {
            draft = draft.Debit(account, fund.Pence(account)).Move(account, Account.Awarded, fund.Time(account));
            left += fund.Pence(account);
        }

        foreach (var account in Backing)
        {
            var part = Money.Max(Money.Zero, Money.Min(left, fund.Pence(account)));
            draft = draft.Credit(account, part);
            left -= part;
        }

        return left == Money.Zero ? draft.Entry() : StillHolds(fund, Account.WriteOff);
    }

    private static Refusal StillHolds(FundPosition fund, Account account) =>
        fund.Refuse(RefusalReason.StillHolds, $"{AccountWords.Of(account)} is at {fund.Pence(account)}.", "Release, settle, pay or refund that first; a gift of the organisation makes up for a loss.")
            with
        { Account = account, Amount = fund.Pence(account).Pence, Limit = 0 };
}
