using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>Support was given. The fact is always recorded, at what it cost; what the fund lacks for it shows as overspend.</summary>
public static class Deliver
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, VisitRecord visit) =>
        Drafted(fund, occasion, visit, fund.Terms.Charged(visit.Cost, visit.Delivered)).Entry();

    internal static Draft Drafted(FundPosition fund, Occasion occasion, VisitRecord visit, Money cost) =>
        Draft.Of(fund, EntryKind.Deliver, occasion, $"deliver/{visit.Visit}/{visit.Version}").Say(visit)
            .Spend(fund.CommitmentOf(visit.Visit), Account.SupportEarned, cost, visit.Delivered);
}
