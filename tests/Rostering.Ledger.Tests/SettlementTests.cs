using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

public sealed class SettlementTests
{
    private static NodaTime.DateInterval Period => new(Books.Monday, Books.Monday.PlusDays(27));

    private static Books Invoiced(long pence)
    {
        var books = new Books().Awarded(10_000_00);
        books.Post(Invoice.Entry(books.Position, Books.Now("inv-1"), Period, new(pence)));
        return books;
    }

    [TestCase(700_00, 100_00, 0)]
    [TestCase(800_00, 0, 0)]
    [TestCase(850_00, 0, 50_00)]
    public void Receipt_ShortExactOrTooMuch_IsShownForWhatItIs(long paid, long receivable, long credit)
    {
        var books = Invoiced(800_00);

        var entry = books.Post(Receipt.Entry(books.Position, Books.Now("inv-1"), remittance: 5, new(paid))).Entry;

        Assert.That((books.Pence(Account.Cash), books.Pence(Account.CouncilReceivable), books.Pence(Account.CouncilCredit)), Is.EqualTo((paid, receivable, credit)));
        Assert.That((entry.Remittance, entry.Key), Is.EqualTo(((long?)5, "receipt/5/inv-1")));
    }

    [Test]
    public void Refund_OfTheCouncilsCredit_NeedsASecondPersonAndHasItsLimit()
    {
        var books = Invoiced(800_00);
        books.Post(Receipt.Entry(books.Position, Books.Now("inv-1"), 5, new(850_00)));

        Assert.That(Books.Refusal(Refund.Entry(books.Position, Books.Now("r-1") with { CheckedBy = null }, new(50_00), "paid twice")).Reason, Is.EqualTo(RefusalReason.SecondPerson));
        Assert.That(Books.Refusal(Refund.Entry(books.Position, Books.Now("r-1"), new(50_01), "paid twice")).Limit, Is.EqualTo(50_00));
        books.Post(Refund.Entry(books.Position, Books.Now("r-1"), new(50_00), "paid twice"));
        Assert.That((books.Pence(Account.CouncilCredit), books.Pence(Account.Cash)), Is.EqualTo((0, 800_00)));
    }

    [Test]
    public void Invoice_BeyondTheAward_IsRefusedWithTheLimit()
    {
        var books = Invoiced(800_00);

        var refusal = Books.Refusal(Invoice.Entry(books.Position, Books.Now("inv-2"), Period, new(9_200_01)));

        Assert.That((refusal.Account, refusal.Limit), Is.EqualTo(((Account?)Account.Awarded, (long?)9_200_00)));
    }

    [Test]
    public void T24_OverdueInvoice_AgesInItsOwnFundAndTouchesNoOther()
    {
        var debtor = Invoiced(800_00);
        debtor.Post(Invoice.Entry(debtor.Position, Books.On(Books.Monday.PlusWeeks(12), "inv-2"), Period, new(300_00)));
        debtor.Post(Receipt.Entry(debtor.Position, Books.On(Books.Monday.PlusWeeks(13), "inv-1"), 5, new(200_00)));
        var other = new Books(fund: 8).Awarded(10_000_00);
        var untouched = other.Position;

        var debt = AgedDebt.On(debtor.Entries.Select(posted => posted.Entry), Books.Monday.PlusDays(130), daysToPay: 30);
        Assert.That(debt, Is.EqualTo(new AgedDebt(Money.Zero, new(300_00), Money.Zero, Money.Zero, new(600_00))));
        Assert.That(debt.Total.Pence, Is.EqualTo(debtor.Pence(Account.CouncilReceivable)));

        debtor.Post(WriteOff.OfCouncil(debtor.Position, Books.On(Books.Monday.PlusDays(130), "decision-1"), new(600_00), "debtor insolvent"));
        Assert.That((debtor.Pence(Account.WriteOff), debtor.Pence(Account.CouncilReceivable)), Is.EqualTo((600_00, 300_00)));
        Assert.That(debtor.Entries.Select(posted => posted.Entry.Fund), Is.All.EqualTo(7));
        Assert.That(other.Position, Is.EqualTo(untouched));
    }

    [Test]
    public void T26_ManagementChargeThatIsNotOnTheSheet_IsRefused()
    {
        var books = new Books().Awarded(1000_00);

        var refusal = Books.Refusal(Charge.Entry(books.Position, Books.Now("period-1"), Period, delivered: new(500_00)));

        Assert.That((refusal.Reason, refusal.Fund), Is.EqualTo((RefusalReason.ChargeNotAgreed, 7)));
    }

    [TestCase(12_00L, null, 12_00)]
    [TestCase(null, 50, 25_00)]
    public void T26_ManagementChargeOfTheSheet_IsExactlyWhatTheSheetStates(long? pence, int? permille, long charged)
    {
        var sheet = new ManagementCharge { Sheet = "sheet-9", PencePerPeriod = pence, PermilleOfDelivered = permille };
        var books = new Books(terms: new() { ManagementCharge = sheet }).Awarded(1000_00);

        var entry = books.Post(Charge.Entry(books.Position, Books.Now("period-1"), Period, delivered: new(500_00))).Entry;

        Assert.That((books.Pence(Account.ChargeEarned), books.Pence(Account.Main)), Is.EqualTo((charged, 900_00 - charged)));
        Assert.That((entry.Detail[DetailKeys.Sheet], entry.Key), Is.EqualTo(("sheet-9", "charge/sheet-9/2026-04-06")));
    }

    [Test]
    public void Clawback_AboveTheCapForLongEnough_IsDueToTheCouncil()
    {
        var books = new Books(terms: new() { SurplusCap = new(Weeks: 4, ForWeeks: 12) }).Awarded(1000_00);
        var since = Books.Monday;

        var early = Books.Refusal(Clawback.Entry(books.Position, Books.On(since.PlusWeeks(12).PlusDays(-1), "review-1"), new(200_00), since));
        books.Post(Clawback.Entry(books.Position, Books.On(since.PlusWeeks(12), "review-1"), new(200_00), since));

        Assert.That(early.Remedy, Does.Contain("2026-06-29"));
        Assert.That((books.Pence(Account.Main), books.Pence(Account.RefundDue)), Is.EqualTo((800_00, 100_00)));
    }

    [Test]
    public void Withdraw_TakesNoMoreThanIsEarnedNorThanTheFundHolds()
    {
        var books = Invoiced(800_00);
        books.Post(Receipt.Entry(books.Position, Books.Now("inv-1"), 5, new(100_00)));
        books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 150_00)));

        Assert.That(Books.Refusal(Withdraw.Entry(books.Position, Books.Now("w-1"), new(150_01))).Limit, Is.EqualTo(150_00));
        Assert.That(Books.Refusal(Withdraw.Entry(books.Position, Books.Now("w-1"), new(150_00))).Account, Is.EqualTo(Account.Cash));
        books.Post(Withdraw.Entry(books.Position, Books.Now("w-1"), new(100_00)));
        Assert.That((books.Pence(Account.Cash), Withdraw.Earned(books.Position)), Is.EqualTo((0, new Money(50_00))));
    }

    [Test]
    public void SettleOverspend_AfterAnUplift_MakesUpForIt()
    {
        var books = new Books().Awarded(100_00);
        books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 120_00)));
        books.Post(Uplift.Entry(books.Position, Books.Now("uplift-1"), Books.Year, new(50_00), Minutes.Zero, "needs rose"));

        books.Post(SettleOverspend.Entry(books.Position, Books.Now("job-1")));

        Assert.That((books.Pence(Account.Overspend), books.Pence(Account.Main)), Is.EqualTo((0, 15_00)));
    }
}
