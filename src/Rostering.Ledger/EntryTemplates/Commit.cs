using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A published visit is promised its money and time; the fund must be able to carry it.</summary>
public static class Commit
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, VisitRecord visit)
    {
        if (fund.CommitmentOf(visit.Visit) is { } standing)
            return fund.Refuse(RefusalReason.Resolution, $"visit {visit.Visit} has {standing.Pence} committed already, by entry {standing.Seq}.", "Release that before committing the visit afresh.");
        return Draft.Of(fund, EntryKind.Commit, occasion, $"commit/{visit.Visit}/{visit.Version}").Say(visit)
            .Move(Account.Main, Account.Committed, fund.Terms.Charged(visit.Cost, visit.Planned))
            .Move(Account.Main, Account.Committed, visit.Planned)
            .Entry();
    }
}
