namespace Rostering.Core.Finance.FundActs;

/// <summary>What finance does with a fund by hand, in the order of the fund's life.</summary>
public enum FundActKind
{
    Award, AwardPaid, Uplift, Cut, Invoice, CouncilPaid, PersonPaid, Withdraw, Charge, Purchase, PurchaseFromBank, PayPurchase, Bank, Unbank, Bonus, PayBonus, Gift,
    SettleOverspend, ToContingency, ToMain, Deficit, Clawback, Refund, WriteOffCouncil, WriteOffContribution, Reversal, ClosePeriod, CloseOut, End,
}
