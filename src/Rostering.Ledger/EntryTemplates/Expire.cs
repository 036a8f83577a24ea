using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A commitment that nobody resolved lapses: its money and time return to the main balance.</summary>
public static class Expire
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, string visit) =>
        Release.Returned(fund, EntryKind.Expire, occasion, visit) is { } draft ? draft.Entry() : fund.NotCommitted(visit);
}
