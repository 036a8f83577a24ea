using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

/// <summary>T13: a person says that no help is needed today, or something else keeps support from being given.</summary>
public sealed class NonDeliveryTests
{
    private static Books WithACommitment(FundTerms? terms = null)
    {
        var books = new Books(terms: terms).Awarded(100_00, minutes: 600);
        books.Post(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v1", 36_00)));
        return books;
    }

    private static VisitRecord NotGivenVisit => Books.Visit("v1", 36_00) with { Delivered = Minutes.Zero };

    [Test]
    public void BankByChoice_T13_CreditsTheBankInBothUnits()
    {
        var books = WithACommitment();

        var entry = books.Post(BankByChoice.OfVisit(books.Position, Books.Now("log-1"), NotGivenVisit, Holiday)).Entry;

        Assert.That((books.Pence(Account.Bank), books.Time(Account.Bank), books.Pence(Account.Main), books.Pence(Account.Committed)), Is.EqualTo((36_00, 120, 54_00, 0)));
        Assert.That(entry.Detail[DetailKeys.Cause], Is.EqualTo("banked"));
    }

    [TestCase(48, 0)]
    [TestCase(24, 0)]
    [TestCase(23, 18_00)]
    [TestCase(3, 36_00)]
    public void Decline_T13_ChargesByTheNoticeGivenAndNeverBanks(int hours, long charged)
    {
        var books = WithACommitment(new() { NoticeBands = [new(4, 1000), new(24, 500)] });

        var entry = books.Post(Decline.Entry(books.Position, Books.Now("log-1"), NotGivenVisit, new("no need today", hours))).Entry;

        Assert.That((books.Pence(Account.WaitingEarned), books.Pence(Account.Main)), Is.EqualTo((charged, 90_00 - charged)));
        Assert.That((books.Pence(Account.Bank), books.Pence(Account.Owed), entry.Detail[DetailKeys.Cause]), Is.EqualTo((0, 0, "declined")));
    }

    [Test]
    public void Decline_T13WorkerHasOtherWork_ChargesNothing()
    {
        var books = WithACommitment();

        books.Post(Decline.Entry(books.Position, Books.Now("log-1"), NotGivenVisit, new("no need today", Hours: 1, WorkerRedeployed: true)));

        Assert.That((books.Pence(Account.WaitingEarned), books.Pence(Account.Main), books.Time(Account.Main)), Is.EqualTo((0, 90_00, 600)));
    }

    [TestCase(Purse.Main, 54_00, 10_00)]
    [TestCase(Purse.Contingency, 64_00, 0)]
    public void Absence_T13_IsPaidByThePurseOfTheTerms(Purse purse, long main, long contingency)
    {
        var books = WithACommitment(new() { AbsencePurse = purse });

        var entries = books.Post(Absence.Entries(books.Position, Books.Now("log-1"), NotGivenVisit, "sickness-5", noticeHours: 2)).Select(posted => posted.Entry).ToList();

        Assert.That((books.Pence(Account.Main), books.Pence(Account.Contingency), books.Pence(Account.WaitingEarned)), Is.EqualTo((main, contingency, 36_00)));
        Assert.That((entries[0].Detail[DetailKeys.Cause], books.Pence(Account.Bank), books.Time(Account.WaitingEarned)), Is.EqualTo(("ill", 0, 120)));
        Assert.That(entries.Select(entry => entry.Detail[DetailKeys.Record]), Is.All.EqualTo("sickness-5"));
        Assert.That(entries.Any(entry => entry.Kind == EntryKind.Draw), Is.EqualTo(purse == Purse.Contingency));
    }

    [Test]
    public void Fail_T13_OwesTheSupportToThePersonUntilItIsMadeGood()
    {
        var books = WithACommitment();

        var entry = books.Post(Fail.Whole(books.Position, Books.Now("log-1"), NotGivenVisit, "no worker")).Entry;
        Assert.That((books.Pence(Account.Owed), books.Time(Account.Owed), books.Pence(Account.Bank), entry.Detail[DetailKeys.Cause]), Is.EqualTo((36_00, 120, 0, "provider")));

        books.Post(MakeGood.Entry(books.Position, Books.Now("log-2"), Books.Visit("v2", 30_00, minutes: 40)));
        Assert.That((books.Pence(Account.Owed), books.Time(Account.Owed), books.Pence(Account.SupportEarned)), Is.EqualTo((24_00, 80, 12_00)));

        var beyond = Books.Refusal(MakeGood.Entry(books.Position, Books.Now("log-3"), Books.Visit("v3", 30_00, minutes: 81)));
        Assert.That((beyond.Account, beyond.Amount, beyond.Limit), Is.EqualTo(((Account?)Account.Owed, (long?)81, (long?)80)));
    }

    [Test]
    public void Fail_PartOfAVisit_OwesThatPart()
    {
        var books = WithACommitment();
        books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 27_00, minutes: 90)));

        books.Post(Fail.Part(books.Position, Books.Now("log-1"), Books.Visit("v1", 36_00), new(9_00), new(30), "late"));

        Assert.That((books.Pence(Account.SupportEarned), books.Pence(Account.Owed), books.Time(Account.Owed), books.Pence(Account.Main)), Is.EqualTo((27_00, 9_00, 30, 54_00)));
    }

    private static BankingAgreement Holiday => new() { Id = "agreement-1", Purpose = "holiday", AgreedBy = "person-7", ReinstateOn = Books.Monday.PlusWeeks(8) };
}
