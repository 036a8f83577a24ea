using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The provider failed to give support: it is owed to the person, and can become neither a saving nor a bonus.</summary>
public static class Fail
{
    /// <summary>Nothing of the visit was given.</summary>
    public static Attempt<JournalEntry> Whole(FundPosition fund, Occasion occasion, VisitRecord visit, string reason)
    {
        var commitment = fund.CommitmentOf(visit.Visit);
        var (cost, time) = NotGiven.Charged(fund, visit, commitment, 1000);
        return Owed(fund, occasion, visit, $"fail/{visit.Visit}/{visit.Version}", reason).Spend(commitment, Account.Owed, cost, time).Entry();
    }

    /// <summary>A part of a delivered visit was not given, such as its first half hour; the delivery has returned that part to the main balance.</summary>
    public static Attempt<JournalEntry> Part(FundPosition fund, Occasion occasion, VisitRecord visit, Money cost, Minutes time, string reason) =>
        Owed(fund, occasion, visit, $"fail-part/{visit.Visit}/{visit.Version}", reason).Spend(null, Account.Owed, cost, time).Entry();

    private static Draft Owed(FundPosition fund, Occasion occasion, VisitRecord visit, string key, string reason) => Draft.Of(fund, EntryKind.Fail, occasion, key)
        .Say(visit).Say(DetailKeys.Reason, reason).Say(DetailKeys.Cause, NotGiven.Provider).Say(DetailKeys.CancelledBy, "provider");
}
