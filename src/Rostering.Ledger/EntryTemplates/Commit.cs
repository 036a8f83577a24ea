using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A published visit is promised its money and time; the fund must be able to carry it.</summary>
public static class Commit
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, VisitRecord visit)
    {
        if (fund.CommitmentOf(visit.Visit) is { } standing)
            return fund.Refuse(RefusalReason.Resolution, $"visit {visit.Visit} has {standing.Pence} committed already, by entry {standing.Seq}.", "Release that first.");
        return Drafted(fund, occasion, visit, fund.Terms.Charged(visit.Cost, visit.Planned)).Entry();
    }

    internal static Draft Drafted(FundPosition fund, Occasion occasion, VisitRecord visit, Money cost) =>
        Draft.Of(fund, EntryKind.Commit, occasion, $"commit/{visit.Visit}/{visit.Version}").Say(visit)
            .Move(Account.Main, Account.Committed, cost)
            .Move(Account.Main, Account.Committed, visit.Planned);
}
