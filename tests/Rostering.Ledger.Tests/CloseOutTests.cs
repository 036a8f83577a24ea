using Rostering.Ledger.EntryTemplates;

namespace Rostering.Ledger.Tests;

public sealed class CloseOutTests
{
    private static readonly BankingAgreement Holiday = new() { Id = "a1", Purpose = "holiday", AgreedBy = "person-7", ReinstateOn = Books.Monday.PlusWeeks(8) };

    [Test]
    public void T25_TransferToAnotherProvider_LeavesNothing()
    {
        var books = new Books().Awarded(10_000_00, minutes: 30_000);
        books.Post(Invoice.Entry(books.Position, Books.Now("inv-1"), Books.Year, new(4_000_00)));
        books.Post(Receipt.Entry(books.Position, Books.Now("inv-1"), 5, new(4_000_00)));
        books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 1_500_00, 4_000)));
        books.Post(Fail.Whole(books.Position, Books.Now("log-2"), Books.Visit("v2", 36_00), "no worker"));
        books.Post(BankByChoice.OfMain(books.Position, Books.Now("week-1"), new(126_00), new(420), Holiday));
        books.Post(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v3", 36_00)));

        var early = Books.Refusal(CloseOut.Entries(books.Position, Books.Now("letter-1"), "provider-2", "moved"));
        books.Post(Release.Entry(books.Position, Books.Now("letter-1"), "v3", "fund moves"));
        var closing = books.Post(CloseOut.Entries(books.Position, Books.Now("letter-1"), "provider-2", "moved"))[^1];
        books.Post(Withdraw.Entry(books.Position, Books.Now("w-1"), new(1_500_00)));

        Assert.That((early.Reason, early.Account), Is.EqualTo((RefusalReason.StillHolds, (Account?)Account.Committed)));
        Assert.That(closing.Entry.Lines.Single(line => line.Account == Account.Cash).Amount, Is.EqualTo(-2_500_00), "cash that was paid and not earned moves with the person");
        Assert.That(books.Position.OpenTranches, Is.Empty);
        Assert.That(Enum.GetValues<Account>().Select(account => books.Pence(account)), Is.All.Zero);
        Assert.That(Enum.GetValues<Account>().Where(account => account is not (Account.SupportEarned or Account.Awarded)).Select(account => books.Time(account)), Is.All.Zero);
    }

    [Test]
    public void T34_PostedVisitReversedAndPostedAfresh_KeepsTheHistoryAndBalances()
    {
        var books = new Books().Awarded(1000_00, minutes: 600);
        books.Post(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v1", 36_00)));
        var before = books.Position;
        var wrong = books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 63_00)));

        var reversal = books.Post(Reversal.Entry(books.Position, Books.Now("note-1"), wrong, "digits swapped"));
        Assert.That(Enum.GetValues<Account>().Select(account => (books.Pence(account), books.Time(account))),
            Is.EqualTo(Enum.GetValues<Account>().Select(account => (before.Pence(account).Pence, before.Time(account).Count))));
        Assert.That(books.Position.CommitmentOf("v1")?.Seq, Is.EqualTo(reversal.Seq), "the commitment stands again");

        var right = books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 36_00) with { Version = 2 }));
        Assert.That((books.Pence(Account.SupportEarned), books.Pence(Account.Main), books.Pence(Account.Committed)), Is.EqualTo((36_00, 864_00, 0)));
        Assert.That((right.Entry.Resolves, right.Entry.Key), Is.EqualTo(((int?)reversal.Seq, "deliver/v1/2")));
        Assert.That(books.Entries.Select(posted => posted.Entry.Kind),
            Is.EqualTo(new[] { EntryKind.Award, EntryKind.Commit, EntryKind.Deliver, EntryKind.Reversal, EntryKind.Deliver }));
    }

    [Test]
    public void Reversal_OfUseOfTheBank_GivesTheTrancheBack()
    {
        var books = new Books().Awarded(1000_00, minutes: 600);
        var tranche = books.Post(BankByChoice.OfMain(books.Position, Books.Now("week-1"), new(126_00), new(420), Holiday)).Seq;
        var used = books.Post(UseBank.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 150_00, 420), tranche));
        Assert.That(books.Position.OpenTranches, Is.Empty);

        books.Post(Reversal.Entry(books.Position, Books.Now("note-1"), used, "wrong person"));

        Assert.That(books.Position.OpenTranches.Single(), Is.EqualTo(new Positions.Tranche(tranche, "holiday", new(126_00), new(420), Books.Monday, null)));
    }

    [Test]
    public void Reversal_OfAnAwardThatIsSpent_OrOfACommitment_IsRefused()
    {
        var books = new Books().Awarded(100_00);
        var commit = books.Post(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v1", 50_00)));

        Assert.That(Books.Refusal(Reversal.Entry(books.Position, Books.Now("n"), books.Entries[0], "wrong")).Reason, Is.EqualTo(RefusalReason.TooLittle));
        Assert.That(Books.Refusal(Reversal.Entry(books.Position, Books.Now("n"), commit, "wrong")).Reason, Is.EqualTo(RefusalReason.Reversal));
    }
}
