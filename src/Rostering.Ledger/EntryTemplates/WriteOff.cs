using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A claim is given up: the loss stays in the books of the fund that it belongs to, and touches no other.</summary>
public static class WriteOff
{
    public static Attempt<JournalEntry> OfCouncil(FundPosition fund, Occasion occasion, Money amount, string reason) =>
        Entry(fund, occasion, Account.CouncilReceivable, amount, reason);

    public static Attempt<JournalEntry> OfContribution(FundPosition fund, Occasion occasion, Money amount, string reason) =>
        Entry(fund, occasion, Account.ContributionReceivable, amount, reason);

    private static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, Account claim, Money amount, string reason) =>
        Draft.Of(fund, EntryKind.WriteOff, occasion, $"write-off/{occasion.Evidence}").Move(Account.WriteOff, claim, amount).Say(DetailKeys.Reason, reason).Entry();
}
