namespace Rostering.Core.Finance.FundActs;

/// <summary>What finance does with a fund by hand, in the order of the fund's life.</summary>
public enum FundActKind
{
    Award, AwardPaid, Uplift, Cut, Invoice, CouncilPaid, PersonPaid, Withdraw, Purchase, PayPurchase,
    SettleOverspend, ToContingency, ToMain, Deficit, Clawback, Refund, WriteOffCouncil, WriteOffContribution, ClosePeriod,
}
