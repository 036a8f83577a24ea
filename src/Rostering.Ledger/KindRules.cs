using System.Collections.Frozen;
using System.Collections.Immutable;
using static Rostering.Ledger.Account;

namespace Rostering.Ledger;

/// <summary>The rule of every kind of entry.</summary>
public static class KindRules
{
    private static readonly FrozenDictionary<EntryKind, KindRule> Rules = new KindRule[]
    {
        Fact(EntryKind.Award, "from", "to").Pence([Awarded, ContributionReceivable, Cash], [Main, Contingency]).Minutes([Awarded], [Main]),
        Fact(EntryKind.Uplift, "from", "to", "reason").Pence([Awarded, ContributionReceivable], [Main, Contingency]).Minutes([Awarded], [Main]),
        Fact(EntryKind.Cut, "from", "to", "reason", "noticeOn").Pence([Main, Contingency, Overspend], [Awarded, ContributionReceivable]).Minutes([Main], [Awarded]),
        Fact(EntryKind.Contribution).Pence([Cash], [ContributionReceivable]),
        Commitment(EntryKind.Retain, "reason").ByTwo().Pence([Main, Contingency], [Main, Contingency]),
        Commitment(EntryKind.Draw, "reason", "record").ByTwo().Pence([Contingency], [SupportEarned, WaitingEarned]),
        Commitment(EntryKind.Charge, "sheet").Pence([Main], [ChargeEarned]),
        Commitment(EntryKind.Commit, "visit").Both([Main], [Committed]),
        Fact(EntryKind.Release, "reason").Both([Committed], [Main]),
        Fact(EntryKind.Expire).Both([Committed], [Main]),
        Fact(EntryKind.Deliver, "visit").Pence([Committed, Main, Overspend], [SupportEarned, Main]).Minutes([Committed, Main], [SupportEarned, Main]),
        Fact(EntryKind.Decline, "visit", "reason").Pence([Committed, Main, Overspend], [WaitingEarned, Main]).Minutes([Committed, Main], [WaitingEarned, Main]),
        Fact(EntryKind.Absence, "visit", "record").Pence([Committed, Main, Overspend], [WaitingEarned, Main]).Minutes([Committed, Main], [WaitingEarned, Main]),
        Fact(EntryKind.Fail, "visit", "reason").Pence([Committed, Main, Overspend], [Owed]).Minutes([Committed, Main], [Owed]),
        Fact(EntryKind.MakeGood, "visit").Both([Owed], [SupportEarned]),
        Commitment(EntryKind.Bank, "purpose", "agreedBy", "reinstateOn").Both([Committed, Main], [Account.Bank, Main]),
        Fact(EntryKind.UseBank, "visit").Pence([Account.Bank, Main, Overspend, VarianceEarned], [SupportEarned, VarianceEarned, Main]).Minutes([Account.Bank], [SupportEarned]),
        Fact(EntryKind.Unbank, "reason").Both([Account.Bank], [Main]),
        Fact(EntryKind.ExpireBank, "reason").Pence([Account.Bank], [Main, RefundDue]).Minutes([Account.Bank], [Main]),
        Commitment(EntryKind.Purchase, "what", "outcome", "agreedBy").Pence([Main, Account.Bank], [Payable]).Minutes([Account.Bank], [Awarded]),
        Commitment(EntryKind.Pay).Pence([Payable, BonusPayable], [Cash]),
        Commitment(EntryKind.Bonus, "saving", "agreedBy").ByTwo().Pence([Main], [BonusPayable]),
        Fact(EntryKind.Gift, "reason").Pence([Cash], [Main, Overspend]),
        Fact(EntryKind.Invoice, "invoice").Pence([CouncilReceivable], [Awarded]),
        Fact(EntryKind.Receipt).Pence([Cash], [CouncilReceivable, CouncilCredit]),
        Commitment(EntryKind.Refund, "reason").ByTwo().Pence([RefundDue, CouncilCredit], [Cash]),
        Fact(EntryKind.WriteOff, "reason").ByTwo().Pence([Account.WriteOff], [CouncilReceivable, ContributionReceivable]),
        Commitment(EntryKind.Clawback, "reason").Pence([Main], [RefundDue]),
        Commitment(EntryKind.Withdraw).Pence([SupportEarned, WaitingEarned, VarianceEarned, ChargeEarned], [Cash, VarianceEarned]),
        Commitment(EntryKind.SettleOverspend).Pence([Main], [Overspend]),
        Commitment(EntryKind.CloseOut, "to", "reason").ByTwo()
            .Pence([Main, Contingency, Account.Bank, Owed], [Cash, Awarded, CouncilReceivable, ContributionReceivable])
            .Minutes([Main, Account.Bank, Owed, Awarded], [Main, Awarded]),
        Fact(EntryKind.Reversal, "reason").ByTwo(),
        Fact(EntryKind.Endow).Pence([Cash], [Reserve]),
        Commitment(EntryKind.Give, "reason").Pence([Reserve], [Cash]),
        Commitment(EntryKind.ReserveBonus, "reason").ByTwo().Pence([Reserve], [BonusPayable]),
    }.ToFrozenDictionary(rule => rule.Kind);

    public static KindRule Of(EntryKind kind) => Rules[kind];

    private static KindRule Fact(EntryKind kind, params string[] detail) => new(kind) { Detail = [.. detail] };

    private static KindRule Commitment(EntryKind kind, params string[] detail) => Fact(kind, detail) with { IsCommitment = true };

    private static KindRule ByTwo(this KindRule rule) => rule with { TwoPeople = true };

    private static KindRule Pence(this KindRule rule, ImmutableArray<Account> debited, ImmutableArray<Account> credited) =>
        rule with { PenceDebited = debited, PenceCredited = credited };

    private static KindRule Minutes(this KindRule rule, ImmutableArray<Account> debited, ImmutableArray<Account> credited) =>
        rule with { MinutesDebited = debited, MinutesCredited = credited };

    private static KindRule Both(this KindRule rule, ImmutableArray<Account> debited, ImmutableArray<Account> credited) =>
        rule.Pence(debited, credited).Minutes(debited, credited);
}
