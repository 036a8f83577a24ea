using System.Collections.Immutable;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>
/// The person was ill or in hospital. What the notice bands charge comes from the purse that the terms name; what contingency pays is
/// a draw of its own, which a second person checks.
/// </summary>
public static class Absence
{
    public static Attempt<ImmutableArray<JournalEntry>> Entries(FundPosition fund, Occasion occasion, VisitRecord visit, string record, int noticeHours)
    {
        var commitment = fund.CommitmentOf(visit.Visit);
        var charged = NotGiven.Charged(fund, visit, commitment, fund.Terms.PermilleCharged(noticeHours));
        var drawn = fund.Terms.AbsencePurse == Purse.Contingency ? Money.Min(charged.Cost, fund.Pence(Account.Contingency)) : Money.Zero;
        var absence = Draft.Of(fund, EntryKind.Absence, occasion, $"absence/{visit.Visit}/{visit.Version}").Say(visit)
            .Spend(commitment, Account.WaitingEarned, charged.Cost - drawn, charged.Time)
            .Say(DetailKeys.Record, record).Say(DetailKeys.NoticeHours, noticeHours).Say(DetailKeys.Cause, NotGiven.Ill).Say(DetailKeys.CancelledBy, "person")
            .Entry();
        Attempt<JournalEntry>[] both = drawn == Money.Zero
            ? [absence]
            : [absence, Draw.Entry(fund, occasion, new(drawn, DrawReasons.PersonIll, record, visit.Visit, WasSupport: false))];
        return both.All();
    }
}
