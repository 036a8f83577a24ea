using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The person changes their mind: what is left of a tranche returns to the main balance.</summary>
public static class Unbank
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, int tranche, string reason) =>
        fund.Tranches.GetValueOrDefault(tranche) is not { } banked
            ? fund.TrancheLacks(tranche, Minutes.Zero)
            : Draft.Of(fund, EntryKind.Unbank, occasion, $"unbank/{tranche}/{occasion.Evidence}").Using(banked).Say(DetailKeys.Reason, reason).Say(DetailKeys.Purpose, banked.Purpose)
                .Move(Account.Bank, Account.Main, banked.Pence).Move(Account.Bank, Account.Main, banked.Time).Entry();
}
