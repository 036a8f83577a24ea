using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The provider takes what it has earned: never more than that, and never more than the cash that the fund holds.</summary>
public static class Withdraw
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, Money amount)
    {
        var earned = Earned(fund);
        if (amount > earned)
        {
            return fund.Refuse(RefusalReason.TooLittle, $"the provider has earned {earned}, and was to take {amount}.", "Take at most what was earned.")
                with
            { Account = Account.SupportEarned, Amount = amount.Pence, Limit = earned.Pence };
        }

        // A variance in the person's favour comes off first, so that what was earned is never taken twice.
        var variance = Money.Min(amount, fund.Pence(Account.VarianceEarned));
        var draft = Draft.Of(fund, EntryKind.Withdraw, occasion, $"withdraw/{occasion.Evidence}").Credit(Account.Cash, amount).Debit(Account.VarianceEarned, variance);
        var left = amount - variance;
        foreach (var account in new[] { Account.SupportEarned, Account.WaitingEarned, Account.ChargeEarned })
        {
            var part = Money.Min(left, fund.Pence(account));
            draft = draft.Debit(account, part);
            left -= part;
        }

        return draft.Entry();
    }

    /// <summary>What the provider has earned and not yet taken.</summary>
    public static Money Earned(FundPosition fund) =>
        fund.Pence(Account.SupportEarned) + fund.Pence(Account.WaitingEarned) + fund.Pence(Account.ChargeEarned) + fund.Pence(Account.VarianceEarned);
}
