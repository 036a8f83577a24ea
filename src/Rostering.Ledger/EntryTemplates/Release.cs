using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A commitment is called off: its money and time return to the main balance.</summary>
public static class Release
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, string visit, string reason) =>
        Returned(fund, EntryKind.Release, occasion, visit) is { } draft ? draft.Say(DetailKeys.Reason, reason).Entry() : fund.NotCommitted(visit);

    internal static Draft? Returned(FundPosition fund, EntryKind kind, Occasion occasion, string visit)
    {
        if (fund.CommitmentOf(visit) is not { } commitment)
            return null;
        return Draft.Of(fund, kind, occasion, $"{(kind == EntryKind.Release ? "release" : "expire")}/{visit}/{commitment.Seq}").Say(DetailKeys.Visit, visit)
            .Move(Account.Committed, Account.Main, commitment.Pence).Move(Account.Committed, Account.Main, commitment.Time).Resolving(commitment);
    }
}
