using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

/// <summary>One thing that is asked of the books: which act, with which amounts, on which of the visits, tranches or entries there are.</summary>
internal readonly record struct Ask(int Act, int Pence, int Minutes, int Pick);

/// <summary>Two people's funds and the organisation's own books, and every act of the templates on them.</summary>
internal sealed class Acts
{
    private static readonly FundTerms Generous = new()
    {
        AbsencePurse = Purse.Contingency,
        Bank = new() { ExpiryWeeks = 1, ExpiredGoesTo = ExpiredTranche.Council },
        BonusAllowed = true,
        ManagementCharge = new() { Sheet = "s1", PermilleOfDelivered = 50 },
        NoticeBands = [new(24, 333)],
        SurplusCap = new(1, 1),
    };

    private int evidence;

    public Acts()
    {
        A.Awarded(500_00, minutes: 1500);
        B.Awarded(500_00, minutes: 1500);
        Reserve.Post(Endow.Entry(Reserve.Position, Books.Now("legacy"), remittance: 1, new(500_00)));
        Reserve.Post(Gift.Give(Reserve.Position, Books.Now("board"), new(10_00), "price too low"));
        All =
        [
            ask => Award.Entry(Person, Next, Books.Year, new(ask.Pence), new(ask.Minutes), new(ask.Minutes)),
            ask => Award.OnReceipt(Person, Next, Books.Year, evidence, new(ask.Pence)),
            ask => Uplift.Entry(Person, Next, Books.Year, new(ask.Pence), new(ask.Minutes), "need"),
            ask => Cut.Entry(Person, Next, new() { Days = Books.Year, Amount = new(ask.Pence), Time = new(ask.Minutes), Reason = "budget", NoticeOn = Books.Monday, AgreedBy = "c1" }),
            ask => Contribution.Entry(Person, Next, evidence, new(ask.Pence / 50)),
            ask => Retain.ToContingency(Person, Next, new(ask.Pence), "winter"),
            ask => Retain.ToMain(Person, Next, new(ask.Pence / 10), "spring"),
            ask => Draw.Entry(Person, Next, new(new(ask.Pence / 10), DrawReasons.Emergency, "record", "v", ask.Pick % 2 == 0)),
            ask => Charge.Entry(Person, Next, Books.Year, new(ask.Pence)),
            ask => Commit.Entry(Person, Next, New(ask)),
            ask => Commit.Entry(Person, Next, New(ask)),
            ask => Release.Entry(Person, Next, Committed(ask).Visit, "moved"),
            ask => Expire.Entry(Person, Next, Committed(ask).Visit),
            ask => Deliver.Entry(Person, Next, New(ask)),
            ask => Deliver.Entry(Person, Next, Committed(ask)),
            ask => Decline.Entry(Person, Next, Committed(ask), new("no need", ask.Minutes % 48)),
            ask => Fail.Whole(Person, Next, Committed(ask), "no worker"),
            ask => Fail.Part(Person, Next, New(ask), new(ask.Pence), new(ask.Minutes), "late"),
            ask => MakeGood.Entry(Person, Next, New(ask)),
            ask => BankByChoice.OfVisit(Person, Next, Committed(ask), Holiday),
            ask => BankByChoice.OfMain(Person, Next, new(ask.Pence), new(ask.Minutes), Holiday),
            ask => UseBank.Entry(Person, Next, New(ask) with { Delivered = new(ask.Minutes / 3) }, Tranche(ask)),
            ask => Unbank.Entry(Person, Next, Tranche(ask), "changed mind"),
            ask => ExpireBank.Entry(Person, Next with { On = Books.Monday.PlusWeeks(1) }, Tranche(ask)),
            ask => Purchase.FromMain(Person, Next, new(new(ask.Pence), "camera", "o1", "p1")),
            ask => Pay.ForPurchase(Person, Next, new(ask.Pence)),
            ask => Pay.ForBonus(Person, Next, new(ask.Pence)),
            ask => Bonus.Entry(Person, Next, new(ask.Pence), new($"saving-{evidence}", new(5000), "p1")),
            ask => Endow.Entry(Reserve.Position, Next, evidence, new(ask.Pence)),
            ask => Gift.Give(Reserve.Position, Next, new(ask.Pence), "price too low"),
            ask => ReserveBonus.Entry(Reserve.Position, Next, new(ask.Pence), "deficit team"),
            ask => Gift.Receive(Person, Next, Given(ask), "price too low"),
            ask => Invoice.Entry(Person, Next, Books.Year, new(ask.Pence)),
            ask => Receipt.Entry(Person, Next, evidence, new(ask.Pence)),
            ask => Refund.Entry(Person, Next, new(ask.Pence), "due"),
            ask => WriteOff.OfCouncil(Person, Next, new(ask.Pence / 10), "lost"),
            ask => WriteOff.OfContribution(Person, Next, new(ask.Pence / 100), "lost"),
            ask => Clawback.Entry(Person, Next with { On = Books.Monday.PlusWeeks(1) }, new(ask.Pence), Books.Monday),
            ask => Withdraw.Entry(Person, Next, new(ask.Pence)),
            _ => SettleOverspend.Entry(Person, Next),
            ask => Reversal.Entry(Person, Next, A.Entries[ask.Pick % A.Entries.Count], "wrong"),
        ];
        Several =
        [
            _ => CloseOut.Entries(Person, Next, "provider-2", "moved"),
            ask => Absence.Entries(Person, Next, Committed(ask), "record", ask.Minutes % 48),
            ask => Cover.Entries(Person, Next, Committed(ask), new(ask.Pence / 2), "sickness"),
            ask => Purchase.FromBank(Person, Next, new(new(ask.Pence), "holiday", "o1", "p1"), "holiday"),
            ask => SharedSession.Commit(Next, New(ask), [new(Person, 2, "yes"), new(B.Position, 3, ask.Pick % 5 == 0 ? null : "yes")]),
            ask => SharedSession.Deliver(Next, Committed(ask), [new(Person, 1, "yes"), new(B.Position, 1, "yes")]),
        ];
    }

    public Books A { get; } = new(7, Generous);

    public Books B { get; } = new(8, Generous);

    public Books Reserve { get; } = new(-1);

    private FundPosition Person => A.Position;

    private IReadOnlyList<Func<Ask, Attempt<JournalEntry>>> All { get; }

    private IReadOnlyList<Func<Ask, Attempt<ImmutableArray<JournalEntry>>>> Several { get; }

    private Occasion Next => Books.Now($"e{evidence}");

    private static BankingAgreement Holiday => new() { Id = "a1", Purpose = "holiday", AgreedBy = "p1", ReinstateOn = new LocalDate(2026, 6, 1) };

    /// <summary>What an ask comes to; asked twice without anything posted, it comes to the same.</summary>
    public Attempt<ImmutableArray<JournalEntry>> Try(Ask ask)
    {
        var act = ask.Act % (All.Count + Several.Count);
        if (act >= All.Count)
            return Several[act - All.Count](ask);
        return All[act](ask) switch
        {
            Attempt<JournalEntry>.Made made => ImmutableArray.Create(made.Value),
            Attempt<JournalEntry>.Refused refused => refused.Refusal,
            _ => throw new InvalidOperationException(),
        };
    }

    public void Post(ImmutableArray<JournalEntry> entries)
    {
        foreach (var entry in entries)
            (entry.Fund switch { 7 => A, 8 => B, _ => Reserve }).Post(entry);
        evidence++;
    }

    private VisitRecord New(Ask ask) => Books.Visit($"v{evidence}", ask.Pence, ask.Minutes);

    private VisitRecord Committed(Ask ask) => Person.Commitments.Count == 0
        ? New(ask)
        : New(ask) with { Visit = Person.Commitments.Values.ElementAt(ask.Pick % Person.Commitments.Count).Visit, Version = evidence };

    private int Tranche(Ask ask) => Person.OpenTranches.Select(tranche => tranche.Seq).ElementAtOrDefault(ask.Pick % Math.Max(1, Person.OpenTranches.Count()));

    private PostedEntry Given(Ask ask) => Reserve.Entries[ask.Pick % Reserve.Entries.Count];
}
