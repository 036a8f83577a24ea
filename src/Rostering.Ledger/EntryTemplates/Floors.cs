using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>No account is taken below its floor; what a fact lacks in the main balance has gone to overspend by then.</summary>
internal static class Floors
{
    public static Refusal? Check(FundPosition fund, JournalEntry entry)
    {
        foreach (var (account, unit, amount) in fund.AsPosted(entry).Lines)
        {
            var side = ChartOfAccounts.Side(account);
            var held = side * fund.Balance(account, unit) + ((account, unit) is (Account.Main, Unit.Gbp) ? fund.AgreedDeficit.Pence : 0);
            if (ChartOfAccounts.Floored(account, unit) && side * amount < 0 && held + side * amount < 0)
                return TooLittle(fund, entry.Kind, account, unit, Math.Abs(amount), held);
        }

        return null;
    }

    private static Refusal TooLittle(FundPosition fund, EntryKind kind, Account account, Unit unit, long asked, long held)
    {
        var (needed, there) = unit == Unit.Gbp ? (new Money(asked).ToString(), new Money(held).ToString()) : (new Minutes(asked).ToString(), new Minutes(held).ToString());
        return fund.Refuse(RefusalReason.TooLittle, $"{AccountWords.Of(account)} has {there}, and an entry of the kind {kind} needs {needed}.", AccountWords.Remedy(account))
            with
        { Account = account, Amount = asked, Limit = held };
    }
}
