using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using static Rostering.Core.Finance.FundActs.FundActFields;
using static Rostering.Core.Finance.FundActs.FundActForm;

namespace Rostering.Core.Finance.FundActs;

/// <summary>The sheets of all fund acts. What they say goes into the ledger for good, so that none asks for a name.</summary>
internal static class FundActSheets
{
    internal static readonly FundActField TakesEffect = new(On, Day, "Takes effect on");
    private static readonly FundActField First = new(From, Day, "First day that it is for");
    private static readonly FundActField Last = new(To, Day, "Last day");
    internal static readonly FundActField Pounds = new(Amount, FundActForm.Money, "Amount");
    private static readonly FundActField Time = new(Hours, FundActForm.Time, "Hours that it stands for", "Empty if the council gives none") { Optional = true };
    private static readonly FundActField Arrived = new(FundActFields.Remittance, FundActForm.Remittance, "Money that arrived");
    internal static readonly FundActField Agreed = new(AgreedBy, Text, "Who agreed", "Ids, the person or their representative among them; no names");
    internal static readonly FundActField Why = new(Reason, Text, "Reason", "No names: the ledger keeps it for good");

    public static IEnumerable<FundActSheet> Award() =>
    [
        new(FundActKind.Award, "Award", "The council grants money for some days; its share for contingency is set aside at once.",
            [Proof("Award letter"), TakesEffect, First, Last, Pounds with { Words = "The council’s part", AllowsNought = true },
                new(FundActFields.Contribution, FundActForm.Money, "The person’s part", "Empty if there is none") { Optional = true }, Time])
        { Entry = (fund, occasion, said) => Ledger.EntryTemplates.Award.Entry(fund, occasion, said.Days, said.Money(Amount), said.Money(FundActFields.Contribution), said.Time(Hours)) },
        new(FundActKind.AwardPaid, "Award that is paid ahead", "For a council whose money can be planned with once it is there: the money that arrived becomes the award.",
            [Proof("Award letter"), TakesEffect, First, Last, Arrived, Pounds, Time])
        { Entry = (fund, occasion, said) => Ledger.EntryTemplates.Award.OnReceipt(fund, occasion, said.Days, said.Remittance, said.Money(Amount), said.Time(Hours)) },
        new(FundActKind.Uplift, "Uplift", "The council raises an award; contingency gets its share of that too.",
            [Proof("Letter"), TakesEffect, First, Last, Pounds, Time, Why])
        { Entry = (fund, occasion, said) => Uplift.Entry(fund, occasion, said.Days, said.Money(Amount), said.Time(Hours), said.Text(Reason)) },
        new(FundActKind.Cut, "Cut", "The council takes from an award. It is called a cut, with whose decision it was, and never shown as a choice of the person.",
            [Proof("Letter"), TakesEffect, First, Last, Pounds, Time, Why, new(NoticeOn, Day, "Notice was given on"), new(AgreedBy, Text, "Whose decision it is", "An office or an id, no name")])
        { Entry = CutEntry },
        new(FundActKind.Invoice, "Invoice to the council", "Claims a part of what was awarded.", [Proof("Invoice number"), TakesEffect, First, Last, Pounds])
        { Entry = (fund, occasion, said) => Invoice.Entry(fund, occasion, said.Days, said.Money(Amount)) },
    ];

    public static IEnumerable<FundActSheet> Money() =>
    [
        new(FundActKind.CouncilPaid, "The council paid", "Settles what was invoiced; what is beyond it stays visible as the council’s credit.",
            [Proof("Bank reference"), TakesEffect, Arrived, Pounds])
        { Entry = (fund, occasion, said) => Receipt.Entry(fund, occasion, said.Remittance, said.Money(Amount)) },
        new(FundActKind.PersonPaid, "The person paid", "Settles the person’s own part of the award.", [Proof("Bank reference"), TakesEffect, Arrived, Pounds])
        { Entry = (fund, occasion, said) => Ledger.EntryTemplates.Contribution.Entry(fund, occasion, said.Remittance, said.Money(Amount)) },
        new(FundActKind.Withdraw, "Withdrawal", "The provider takes what it has earned: never more, and never more than the cash there is.", [Proof("Transfer number"), TakesEffect, Pounds])
        { Entry = (fund, occasion, said) => Withdraw.Entry(fund, occasion, said.Money(Amount)) },
        new(FundActKind.Purchase, "Purchase", "Something is bought for the person, by their agreement and for an outcome of their plan.",
            [Proof("Order number"), TakesEffect, Pounds with { Words = "Price" }, new(What, Text, "What is bought", "A word or a code"), new(Outcome, Text, "Outcome of the plan that it serves"), Agreed])
        { Entry = (fund, occasion, said) => Purchase.FromMain(fund, occasion, Order(said)) },
        new(FundActKind.PurchaseFromBank, "Purchase from the bank", "Something is bought with what hours that were banked for a purpose were worth then, the oldest first. The hours are used up with it: they do not come back as support.",
            [Proof("Order number"), TakesEffect, Pounds with { Words = "Price" }, new(FundActFields.Purpose, Text, "What the hours were banked for", "As the fund’s page says under Banked for a purpose"),
                new(What, Text, "What is bought", "A word or a code"), new(Outcome, Text, "Outcome of the plan that it serves"), Agreed]),
        new(FundActKind.PayPurchase, "Purchase paid", "Pays for what was bought, from the cash that the fund holds.", [Proof("Bill number"), TakesEffect, Pounds])
        { Entry = (fund, occasion, said) => Pay.ForPurchase(fund, occasion, said.Money(Amount)) },
    ];

    public static IEnumerable<FundActSheet> Balance() =>
    [
        new(FundActKind.SettleOverspend, "Overspend settled", "The main balance makes up for overspend, as far as it can.", [Proof("Decision"), TakesEffect])
        { Entry = (fund, occasion, _) => SettleOverspend.Entry(fund, occasion) },
        ByTwo(FundActKind.ToContingency, "More contingency", "Moves money of the main balance to contingency.", (fund, occasion, said) => Retain.ToContingency(fund, occasion, said.Money(Amount), said.Text(Reason))),
        ByTwo(FundActKind.ToMain, "Less contingency", "Moves money of contingency to the main balance.", (fund, occasion, said) => Retain.ToMain(fund, occasion, said.Money(Amount), said.Text(Reason))),
        new(FundActKind.Deficit, "Agreed deficit", "How far the main balance may be overdrawn from now on, for commitments; nought takes an agreement back.",
            [Pounds with { Words = "At most", AllowsNought = true }, Why]) { TwoPeople = true },
        new(FundActKind.Clawback, "Surplus due to the council", "What the main balance has held above the council’s cap for too long becomes due to the council; the provider never gets it.",
            [Proof("Review"), TakesEffect, new(WeeklyAward, FundActForm.Money, "Award a week"), new(AboveSince, Day, "Above the cap since")])
        { Entry = (fund, occasion, said) => Clawback.Entry(fund, occasion, said.Money(WeeklyAward), said.Day(AboveSince)) },
        ByTwo(FundActKind.Refund, "Refund to the council", "Pays back what is due to the council, and then what it paid too much.", (fund, occasion, said) => Refund.Entry(fund, occasion, said.Money(Amount), said.Text(Reason))),
        ByTwo(FundActKind.WriteOffCouncil, "Council’s debt written off", "Gives up a claim on the council; the loss stays in this fund’s books.", (fund, occasion, said) => WriteOff.OfCouncil(fund, occasion, said.Money(Amount), said.Text(Reason))),
        ByTwo(FundActKind.WriteOffContribution, "Contribution written off", "Gives up a part of the contribution; the loss stays in this fund’s books.", (fund, occasion, said) => WriteOff.OfContribution(fund, occasion, said.Money(Amount), said.Text(Reason))),
    ];

    internal static PurchaseOrder Order(FundActValues said) => new(said.Money(Amount), said.Text(What), said.Text(Outcome), said.Text(AgreedBy));

    private static Attempt<JournalEntry> CutEntry(FundPosition fund, Occasion occasion, FundActValues said) => Cut.Entry(fund, occasion, new CutNotice
    {
        Days = said.Days,
        Amount = said.Money(Amount),
        Time = said.Time(Hours),
        Reason = said.Text(Reason),
        NoticeOn = said.Day(NoticeOn),
        AgreedBy = said.Text(AgreedBy),
    });

    private static FundActSheet ByTwo(FundActKind kind, string title, string meaning, Func<FundPosition, Occasion, FundActValues, Attempt<JournalEntry>> entry) =>
        new(kind, title, meaning, [Proof("Decision"), TakesEffect, Pounds, Why]) { TwoPeople = true, Entry = entry };

    internal static FundActField Proof(string words) => new(Evidence, Text, words, "The number by which it can be found again");
}
