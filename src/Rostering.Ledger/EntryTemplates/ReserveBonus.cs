using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The organisation's reserve pays a team's bonus where the fund of the person cannot.</summary>
public static class ReserveBonus
{
    public static Attempt<JournalEntry> Entry(FundPosition organisation, Occasion occasion, Money amount, string reason) =>
        Draft.Of(organisation, EntryKind.ReserveBonus, occasion, $"reserve-bonus/{occasion.Evidence}").Move(Account.Reserve, Account.BonusPayable, amount)
            .Say(DetailKeys.Reason, reason).Entry();
}
