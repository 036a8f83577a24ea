using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The person's contribution arrives.</summary>
public static class Contribution
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, long remittance, Money paid) =>
        Draft.Of(fund, EntryKind.Contribution, occasion, $"contribution/{remittance}/{occasion.Evidence}").BroughtBy(remittance)
            .Move(Account.Cash, Account.ContributionReceivable, paid).Entry();
}
