using Rostering.Ledger.EntryTemplates;

namespace Rostering.Ledger.Tests;

public sealed class VisitTests
{
    [Test]
    public void Commit_BeyondTheMainBalance_IsRefusedWithTheLimit()
    {
        var books = new Books().Awarded(100_00);

        var refusal = Books.Refusal(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v1", 90_01)));

        Assert.That((refusal.Reason, refusal.Account, refusal.Fund, refusal.Amount, refusal.Limit),
            Is.EqualTo((RefusalReason.TooLittle, (Account?)Account.Main, 7, (long?)90_01, (long?)90_00)));
        Assert.That(refusal.Remedy, Does.Contain("uplift"));
    }

    [Test]
    public void Commit_Twice_IsRefusedWhileTheFirstStands()
    {
        var books = new Books().Awarded(100_00);
        books.Post(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v1", 20_00)));

        var refusal = Books.Refusal(Commit.Entry(books.Position, Books.Now("rota-2"), Books.Visit("v1", 20_00) with { Version = 2 }));

        Assert.That(refusal.Reason, Is.EqualTo(RefusalReason.Resolution));
    }

    [TestCase(36_00, 120, 54_00)]
    [TestCase(30_00, 100, 60_00)]
    [TestCase(40_00, 140, 50_00)]
    public void Deliver_AsPlannedForLessOrForMore_SettlesTheDifferenceWithMain(long cost, long minutes, long left)
    {
        var books = new Books().Awarded(100_00, minutes: 600);
        books.Post(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v1", 36_00)));

        var delivery = books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", cost, minutes)));

        Assert.That((books.Pence(Account.Main), books.Pence(Account.Committed), books.Pence(Account.SupportEarned)), Is.EqualTo((left, 0, cost)));
        Assert.That((books.Time(Account.Main), books.Time(Account.Committed), books.Time(Account.SupportEarned)), Is.EqualTo((600 - minutes, 0, minutes)));
        Assert.That((delivery.Entry.Resolves, delivery.Entry.Key), Is.EqualTo(((int?)2, "deliver/v1/1")));
    }

    [Test]
    public void Deliver_BeyondWhatTheFundHas_IsRecordedAndShowsAsOverspend()
    {
        var books = new Books().Awarded(100_00);

        books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 95_00)));

        Assert.That((books.Pence(Account.Main), books.Pence(Account.Overspend), books.Pence(Account.SupportEarned)), Is.EqualTo((0, 5_00, 95_00)));
    }

    [Test]
    public void Release_OpenCommitment_GivesAllBack()
    {
        var books = new Books().Awarded(100_00, minutes: 600);
        books.Post(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v1", 36_00)));

        books.Post(Release.Entry(books.Position, Books.Now("rota-2"), "v1", "moved"));

        Assert.That((books.Pence(Account.Main), books.Time(Account.Main), books.Position.Commitments.Count), Is.EqualTo((90_00, 600, 0)));
        Assert.That(Books.Refusal(Release.Entry(books.Position, Books.Now("rota-3"), "v1", "moved")).Reason, Is.EqualTo(RefusalReason.Resolution));
    }
}
