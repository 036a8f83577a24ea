using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>Money moves between the main balance and contingency of the same fund.</summary>
public static class Retain
{
    public static Attempt<JournalEntry> ToContingency(FundPosition fund, Occasion occasion, Money amount, string reason) =>
        Entry(fund, occasion, Account.Main, Account.Contingency, amount, reason);

    public static Attempt<JournalEntry> ToMain(FundPosition fund, Occasion occasion, Money amount, string reason) =>
        Entry(fund, occasion, Account.Contingency, Account.Main, amount, reason);

    private static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, Account from, Account to, Money amount, string reason) => amount <= Money.Zero
        ? fund.Refuse(RefusalReason.Unbalanced, $"{amount} is not above nought.", "Give the amount to move; the direction is in the name of the act.")
        : Draft.Of(fund, EntryKind.Retain, occasion, $"retain/{occasion.Evidence}").Move(from, to, amount).Say(DetailKeys.Reason, reason).Entry();
}
