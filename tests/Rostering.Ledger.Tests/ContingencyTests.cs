using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

public sealed class ContingencyTests
{
    [Test]
    public void T02_WorkerIsSick_ContingencyPaysWhatCoverCostsMoreAndIsLinkedToTheRecord()
    {
        var books = new Books().Awarded(1000_00, minutes: 3000);
        books.Post(Commit.Entry(books.Position, Books.Now("rota-1"), Books.Visit("v1", 36_00)));

        var both = books.Post(Cover.Entries(books.Position, Books.Now("log-1"), Books.Visit("v1", 50_00), new(36_00), "sickness-4"));

        Assert.That((books.Pence(Account.Main), books.Pence(Account.Contingency), books.Pence(Account.SupportEarned)), Is.EqualTo((864_00, 86_00, 50_00)));
        Assert.That(both.Select(posted => (posted.Entry.Detail[DetailKeys.Record], posted.Entry.Detail[DetailKeys.Visit])), Is.All.EqualTo(("sickness-4", "v1")));
    }

    [Test]
    public void T03_DrawForPlannedLeave_IsRefused()
    {
        var books = new Books().Awarded(1000_00);

        var refusal = Books.Refusal(Draw.Entry(books.Position, Books.Now("log-1"), new(new(50_00), "planned leave", "leave-2", "v1")));

        Assert.That((refusal.Reason, refusal.Fund, refusal.Amount), Is.EqualTo((RefusalReason.ContingencyReason, 7, (long?)50_00)));
        Assert.That(refusal.Remedy, Does.Contain("main balance").And.Contain("worker ill"));
    }

    [Test]
    public void Draw_BeyondWhatIsKept_OrWithoutASecondPerson_OrRecord_IsRefused()
    {
        var books = new Books().Awarded(1000_00);
        var draw = new DrawRequest(new(100_01), DrawReasons.PersonIll, "sickness-4", "v1");

        Assert.That(Books.Refusal(Draw.Entry(books.Position, Books.Now("log-1"), draw)).Limit, Is.EqualTo(100_00));
        Assert.That(Books.Refusal(Draw.Entry(books.Position, Books.Now("log-1") with { CheckedBy = "u1" }, draw)).Reason, Is.EqualTo(RefusalReason.SecondPerson));
        Assert.That(Books.Refusal(Draw.Entry(books.Position, Books.Now("log-1"), draw with { Record = "" })).Reason, Is.EqualTo(RefusalReason.Incomplete));
    }

    [Test]
    public void Retain_BothWays_MovesWithinTheFund()
    {
        var books = new Books().Awarded(1000_00);

        books.Post(Retain.ToContingency(books.Position, Books.Now("review-1"), new(50_00), "hard winter"));
        books.Post(Retain.ToMain(books.Position, Books.Now("review-2"), new(20_00), "spring"));

        Assert.That((books.Pence(Account.Main), books.Pence(Account.Contingency)), Is.EqualTo((870_00, 130_00)));
        Assert.That(Books.Refusal(Retain.ToMain(books.Position, Books.Now("review-3"), new(-1), "spring")).Reason, Is.EqualTo(RefusalReason.Unbalanced));
    }

    [Test]
    public void Contingency_ByOnePerson_IsLeftAlone()
    {
        var books = new Books(terms: new() { AbsencePurse = Purse.Contingency }).Awarded(1000_00);
        var alone = Books.Now("review-1") with { CheckedBy = null };

        Assert.That(Books.Refusal(Retain.ToMain(books.Position, alone, new(20_00), "spring")).Reason, Is.EqualTo(RefusalReason.SecondPerson));
        Assert.That(Books.Refusal(Absence.Entries(books.Position, alone, Books.Visit("v1", 36_00), "sickness-5", noticeHours: 2)).Reason, Is.EqualTo(RefusalReason.SecondPerson));
        Assert.That(Enum.GetValues<EntryKind>().Select(KindRules.Of).Where(rule => rule.PenceDebited.Contains(Account.Contingency) && !rule.TwoPeople).Select(rule => rule.Kind),
            Is.EqualTo(new[] { EntryKind.Cut }), "a cut is the council's, and takes no more than its share");
    }
}
