using System.Collections.Immutable;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

public sealed class RingFenceTests
{
    [Test]
    public void T04_TransferFromOneFundToAnother_IsRefused()
    {
        var a = new Books(fund: 7).Awarded(1000_00);
        var b = new Books(fund: 8).Awarded(1000_00);
        var gift = new PostedEntry(2, a.Entries[0].Entry with { Kind = EntryKind.Give });

        Assert.That(Books.Refusal(Gift.Give(a.Position, Books.Now("x"), new(10_00), "help")).Reason, Is.EqualTo(RefusalReason.WrongAccount), "a person's fund has no reserve");
        Assert.That(Books.Refusal(Gift.Receive(b.Position, Books.Now("x"), gift, "help")).Reason, Is.EqualTo(RefusalReason.Gift));
        Assert.That(Books.Refusal(Reversal.Entry(b.Position, Books.Now("x"), a.Entries[0], "help")).Reason, Is.EqualTo(RefusalReason.Reversal));
    }

    [Test]
    public void Gift_OfTheReserve_IsAPairOfEntriesAndMakesUpForOverspendFirst()
    {
        var reserve = new Books(fund: -1);
        reserve.Post(Endow.Entry(reserve.Position, Books.Now("legacy-1"), remittance: 9, new(500_00)));
        var books = new Books().Awarded(100_00);
        books.Post(Deliver.Entry(books.Position, Books.Now("log-1"), Books.Visit("v1", 120_00)));

        var given = reserve.Post(Gift.Give(reserve.Position, Books.Now("board-3"), new(50_00), "price too low"));
        var got = books.Post(Gift.Receive(books.Position, Books.Now("board-3"), given, "price too low"));

        Assert.That((reserve.Pence(Account.Reserve), reserve.Pence(Account.Cash)), Is.EqualTo((450_00, 450_00)));
        Assert.That((books.Pence(Account.Overspend), books.Pence(Account.Main), books.Pence(Account.Cash)), Is.EqualTo((0, 20_00, 50_00)));
        Assert.That((got.Entry.Twin, got.Entry.Key), Is.EqualTo(((EntryId?)new EntryId(-1, 2), "gift/-1/2")));
        Assert.That(Books.Refusal(Gift.Give(reserve.Position, Books.Now("board-4"), new(450_01), "more")).Limit, Is.EqualTo(450_00));
    }

    [Test]
    public void T19_TwoPeopleShareOneWorker_TheSplitIsExactToThePenny()
    {
        Books[] books = [new Books(7).Awarded(1000_00, 600), new Books(8).Awarded(1000_00, 600)];
        var session = Books.Visit("cinema", 60_01);
        IReadOnlyList<Sharer> Sharers() => [.. books.Select(fund => new Sharer(fund.Position, 1, $"consent-{fund.Position.Fund}"))];

        PostAll(SharedSession.Commit(Books.Now("rota-1"), session, Sharers()));
        PostAll(SharedSession.Deliver(Books.Now("log-1"), session, Sharers()));

        Assert.That(books.Select(fund => fund.Pence(Account.SupportEarned)), Is.EqualTo(new[] { 30_01, 30_00 }));
        Assert.That(books.Select(fund => (fund.Time(Account.SupportEarned), fund.Pence(Account.Committed))), Is.All.EqualTo((120, 0)));
        Assert.That(books[1].Entries[^1].Entry.Detail[DetailKeys.Consent], Is.EqualTo("consent-8"));

        void PostAll(Attempt<ImmutableArray<JournalEntry>> attempt)
        {
            foreach (var entry in ((Attempt<ImmutableArray<JournalEntry>>.Made)attempt).Value)
                books.Single(fund => fund.Position.Fund == entry.Fund).Post(entry);
        }
    }

    [Test]
    public void T19_SixtyPoundsAmongThree_IsTwentyEach()
    {
        var sharers = Enumerable.Range(7, 3).Select(fund => new Sharer(new Books(fund).Awarded(100_00).Position, 1, "yes")).ToList();

        var made = (Attempt<ImmutableArray<JournalEntry>>.Made)SharedSession.Deliver(Books.Now("log-1"), Books.Visit("bowling", 60_00), sharers);

        Assert.That(made.Value.Select(entry => entry.Lines.Single(line => line is { Account: Account.SupportEarned, Unit: Unit.Gbp }).Amount), Is.All.EqualTo(-20_00));
    }

    [Test]
    public void T19_ConsentMissing_IsRefusedAndNamesTheFund()
    {
        var a = new Books(7).Awarded(1000_00);
        var b = new Books(8).Awarded(1000_00);

        var refusal = Books.Refusal(SharedSession.Commit(Books.Now("rota-1"), Books.Visit("cinema", 60_00), [new(a.Position, 1, "consent-7"), new(b.Position, 1, null)]));

        Assert.That((refusal.Reason, refusal.Fund), Is.EqualTo((RefusalReason.NotAgreed, 8)));
        Assert.That(Books.Refusal(SharedSession.Commit(Books.Now("rota-1"), Books.Visit("cinema", 60_00), [new(a.Position, 1, "yes"), new(a.Position, 1, "yes")])).Fund, Is.EqualTo(7));
    }

    [Test]
    public void T27_BonusThatIsNotAgreedOrWithSupportOwedOrAboveTheSaving_IsRefused()
    {
        var saving = new AgreedSaving("saving-1", new(500_00), "person-7");
        var books = new Books().Awarded(10_000_00, 600);
        Assert.That(Books.Refusal(Bonus.Entry(books.Position, Books.Now("b-1"), new(500_00), saving)).Message, Does.Contain("allow no bonus"));

        books.Under(new() { BonusAllowed = true });
        Assert.That(Books.Refusal(Bonus.Entry(books.Position, Books.Now("b-1"), new(500_01), saving)).Limit, Is.EqualTo(500_00));
        Assert.That(Books.Refusal(Bonus.Entry(books.Position, Books.Now("b-1"), new(500_00), saving with { AgreedBy = "" })).Reason, Is.EqualTo(RefusalReason.NotAgreed));
        Assert.That(Books.Refusal(Bonus.Entry(books.Position, Books.Now("b-1") with { CheckedBy = null }, new(500_00), saving)).Reason, Is.EqualTo(RefusalReason.SecondPerson));

        books.Post(Fail.Whole(books.Position, Books.Now("log-1"), Books.Visit("v1", 36_00), "no worker"));
        Assert.That(Books.Refusal(Bonus.Entry(books.Position, Books.Now("b-1"), new(500_00), saving)).Message, Does.Contain("2 h of support are still owed"));

        books.Post(MakeGood.Entry(books.Position, Books.Now("log-2"), Books.Visit("v2", 36_00)));
        books.Post(Bonus.Entry(books.Position, Books.Now("b-1"), new(500_00), saving));
        Assert.That((books.Pence(Account.BonusPayable), books.Pence(Account.Main)), Is.EqualTo((500_00, 8464_00)), "what was saved beyond the bonus stays with the person");
    }

    [Test]
    public void T31_MileageFromTwentyFiveToFortyPence_CostsMoreOnlyFromThatDay()
    {
        var change = Books.Monday.PlusWeeks(4);
        var rates = new RateCard([new("mile", Books.Monday, 25), new("mile", change, 40)]);

        Assert.That((rates.Cost("mile", change.PlusDays(-1), 10), rates.Cost("mile", change, 10)), Is.EqualTo((new Money(250), new Money(400))));
        Assert.That(() => rates.Cost("mile", Books.Monday.PlusDays(-1), 10), Throws.ArgumentException.With.Message.Contains("2026-04-05"));
    }
}
