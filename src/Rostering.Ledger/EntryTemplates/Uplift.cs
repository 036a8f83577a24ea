using NodaTime;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>An award is raised from a day on; contingency gets its share of that too.</summary>
public static class Uplift
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, DateInterval days, Money amount, Minutes time, string reason) =>
        Award.Awarded(fund, occasion, days, $"uplift/{occasion.Evidence}", amount, time, EntryKind.Uplift)
            .Debit(Account.Awarded, amount).Say(DetailKeys.Reason, reason).Entry();
}
