using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The person called a visit off, or declined it on the day. The terms' notice bands say what is charged; the rest returns to the main balance.</summary>
public static class Decline
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, VisitRecord visit, DeclineNotice notice)
    {
        var commitment = fund.CommitmentOf(visit.Visit);
        var charged = NotGiven.Charged(fund, visit, commitment, notice.WorkerRedeployed ? 0 : fund.Terms.PermilleCharged(notice.Hours));
        return Draft.Of(fund, EntryKind.Decline, occasion, $"decline/{visit.Visit}/{visit.Version}").Say(visit)
            .Spend(commitment, Account.WaitingEarned, charged.Cost, charged.Time)
            .Say(DetailKeys.Reason, notice.Reason).Say(DetailKeys.NoticeHours, notice.Hours).Say(DetailKeys.Cause, NotGiven.Declined).Say(DetailKeys.CancelledBy, "person")
            .Entry();
    }
}

/// <summary>How a visit was called off.</summary>
/// <param name="Reason">The person's reason, as a code.</param>
/// <param name="Hours">The whole hours between the notice and the visit's start.</param>
/// <param name="WorkerRedeployed">Whether the worker was given other paid work for that time, so that nothing is charged.</param>
public sealed record DeclineNotice(string Reason, int Hours, bool WorkerRedeployed = false);
