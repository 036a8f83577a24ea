using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The organisation's reserve grows by money that arrived for it.</summary>
public static class Endow
{
    public static Attempt<JournalEntry> Entry(FundPosition organisation, Occasion occasion, long remittance, Money amount) =>
        Draft.Of(organisation, EntryKind.Endow, occasion, $"endow/{remittance}").BroughtBy(remittance).Move(Account.Cash, Account.Reserve, amount).Entry();
}
