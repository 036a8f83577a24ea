using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A tranche reaches its end: what is left returns to the main balance, or its money becomes due to the council, as the terms say.</summary>
public static class ExpireBank
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, int tranche)
    {
        if (fund.Tranches.GetValueOrDefault(tranche) is not { } banked)
            return fund.TrancheLacks(tranche, Minutes.Zero);
        if (banked.ExpiresOn is not { } end || occasion.On < end)
        {
            return fund.Refuse(RefusalReason.Tranche, $"tranche {tranche} is good {(banked.ExpiresOn is { } day ? $"until {day:R}" : "without end")}.",
                "Leave it, or unbank it if the person wants that.");
        }

        var heir = fund.Terms.Bank.ExpiredGoesTo == ExpiredTranche.Council ? Account.RefundDue : Account.Main;
        return Draft.Of(fund, EntryKind.ExpireBank, occasion, $"expire-bank/{tranche}").Using(banked).Say(DetailKeys.Reason, "expired").Say(DetailKeys.Purpose, banked.Purpose)
            .Move(Account.Bank, heir, banked.Pence).Move(Account.Bank, Account.Main, banked.Time).Entry();
    }
}
