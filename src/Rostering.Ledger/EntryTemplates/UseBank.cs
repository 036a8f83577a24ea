using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>
/// Banked hours are used for a visit. The bank pays what they were worth when they were banked; the difference to what the visit
/// costs now is the main balance's, in its favour or not, and shows as a variance.
/// </summary>
public static class UseBank
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, VisitRecord visit, int tranche)
    {
        if (fund.CommitmentOf(visit.Visit) is { } standing)
            return fund.Refuse(RefusalReason.Resolution, $"visit {visit.Visit} has {standing.Pence} committed, and the bank is to pay for it.", "Release the commitment first.");
        if (fund.Tranches.GetValueOrDefault(tranche) is not { } banked || visit.Delivered <= Minutes.Zero || visit.Delivered > banked.Time)
            return fund.TrancheLacks(tranche, visit.Delivered);

        var worth = banked.ValueOf(visit.Delivered);
        var dearer = fund.Terms.Charged(visit.Cost, visit.Delivered) - worth;
        return Draft.Of(fund, EntryKind.UseBank, occasion, $"use-bank/{visit.Visit}/{visit.Version}/{tranche}").Using(banked).Say(visit).Say(DetailKeys.Purpose, banked.Purpose)
            .Move(Account.Bank, Account.SupportEarned, worth).Move(Account.Main, Account.VarianceEarned, dearer)
            .Move(Account.Bank, Account.SupportEarned, visit.Delivered).Entry();
    }

    internal static Refusal TrancheLacks(this FundPosition fund, int tranche, Minutes asked)
    {
        var left = fund.Tranches.GetValueOrDefault(tranche)?.Time ?? Minutes.Zero;
        return fund.Refuse(RefusalReason.Tranche, $"tranche {tranche} has {left} left, and {asked} were asked for.", "Name an open tranche, and take no more than it has.")
            with
        { Account = Account.Bank, Amount = asked.Count, Limit = left.Count };
    }
}
