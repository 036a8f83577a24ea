using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The person was ill or in hospital. What the notice bands charge comes from the purse that the terms name.</summary>
public static class Absence
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, VisitRecord visit, string record, int noticeHours)
    {
        var commitment = fund.CommitmentOf(visit.Visit);
        var charged = NotGiven.Charged(fund, visit, commitment, fund.Terms.PermilleCharged(noticeHours));
        var fromContingency = fund.Terms.AbsencePurse == Purse.Contingency ? Money.Min(charged.Cost, fund.Pence(Account.Contingency)) : Money.Zero;
        return Draft.Of(fund, EntryKind.Absence, occasion, $"absence/{visit.Visit}/{visit.Version}").Say(visit)
            .Spend(commitment, Account.WaitingEarned, charged.Cost, charged.Time)
            .Move(Account.Contingency, Account.Main, fromContingency)
            .Say(DetailKeys.Record, record).Say(DetailKeys.NoticeHours, noticeHours).Say(DetailKeys.Cause, NotGiven.Ill).Say(DetailKeys.CancelledBy, "person")
            .Entry();
    }
}
