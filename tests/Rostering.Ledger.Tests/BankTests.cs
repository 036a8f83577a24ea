using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

public sealed class BankTests
{
    private const long PenceAnHour = 18_00;

    private static BankingAgreement Holiday => new()
    {
        Id = "agreement-1",
        Purpose = "holiday",
        Outcome = "outcome-3",
        AgreedBy = "person-7,council-2",
        ReinstateOn = Books.Monday.PlusWeeks(8),
    };

    private static Attempt<JournalEntry> Banked(Books books, int week, long hours = 7, BankingAgreement? agreement = null) => BankByChoice.OfMain(
        books.Position, Books.On(Books.Monday.PlusWeeks(week), $"week-{week}"), new(hours * PenceAnHour), new(hours * 60), agreement ?? Holiday);

    private static Books WithAFullYear(FundTerms? terms = null) => new Books(terms: terms).Awarded(26 * 52 * PenceAnHour * 10 / 9, minutes: 26 * 52 * 60);

    [Test]
    public void T05_TwentySixToNineteenHoursForEightWeeks_IsSpentOnABreakAndLeavesTheBankEmpty()
    {
        var books = WithAFullYear();
        for (var week = 0; week < 8; week++)
            books.Post(Banked(books, week));
        Assert.That((books.Time(Account.Bank), books.Pence(Account.Bank), books.Position.OpenTranches.Count()), Is.EqualTo((56 * 60, 1008_00, 8)));

        books.Post(Purchase.FromBank(
            books.Position, Books.On(Books.Monday.PlusWeeks(8), "order-1"), new(new(1008_00), "short break", "outcome-3", "person-7"), "holiday"));

        Assert.That((books.Time(Account.Bank), books.Pence(Account.Bank), books.Pence(Account.Payable), books.Position.OpenTranches), Is.EqualTo((0, 0, 1008_00, Array.Empty<Tranche>())));
        Assert.That(books.Entries.Where(posted => posted.Entry.Kind == EntryKind.Bank).Select(posted => posted.Entry.Detail[DetailKeys.ReinstateOn]).Distinct(),
            Is.EqualTo(new[] { "2026-06-01" }));

        // From the day of reinstatement the full 26 hours a week are there again, to the end of the year.
        const int weeksLeft = 52 - 8;
        books.Post(Commit.Entry(books.Position, Books.On(Books.Monday.PlusWeeks(8), "rota"), Books.Visit("rest-of-year", 26 * weeksLeft * PenceAnHour, 26 * weeksLeft * 60)));
        Assert.That((books.Pence(Account.Main), books.Time(Account.Main)), Is.EqualTo((19 * 8 * PenceAnHour, 19 * 8 * 60)), "what the eight weeks of 19 hours take is left");
    }

    [Test]
    public void T06_WeekdayHoursSpentOnASaturdayNightAfterAPayRise_ShowThePriceVariance()
    {
        var books = WithAFullYear();
        var tranche = books.Post(Banked(books, week: 0)).Seq;
        var main = books.Pence(Account.Main);

        books.Post(UseBank.Entry(books.Position, Books.On(Books.Monday.PlusWeeks(12), "log-9"), Books.Visit("saturday-night", 4 * 25_50, 240) with { Rate = "saturday night" }, tranche));

        Assert.That((books.Pence(Account.SupportEarned), books.Pence(Account.VarianceEarned)), Is.EqualTo((4 * PenceAnHour, 30_00)), "banked at £72, and £102 now");
        Assert.That((main - books.Pence(Account.Main), books.Time(Account.Bank), books.Pence(Account.Bank)), Is.EqualTo((30_00, 180, 54_00)));
        Assert.That(books.Position.Tranches[tranche].PricePerHour, Is.EqualTo(new Money(PenceAnHour)));
    }

    [Test]
    public void UseBank_CheaperHours_LeaveTheDifferenceToThePerson()
    {
        var books = WithAFullYear();
        var tranche = books.Post(Banked(books, week: 0)).Seq;
        var main = books.Pence(Account.Main);

        books.Post(UseBank.Entry(books.Position, Books.Now("log-9"), Books.Visit("v1", 16_00, 60), tranche));

        Assert.That((books.Pence(Account.Main) - main, books.Pence(Account.VarianceEarned), Withdraw.Earned(books.Position)), Is.EqualTo((2_00, -2_00, new Money(16_00))));
    }

    [Test]
    public void UseBank_MoreThanTheTrancheHas_IsRefused()
    {
        var books = WithAFullYear();
        var tranche = books.Post(Banked(books, week: 0)).Seq;

        var refusal = Books.Refusal(UseBank.Entry(books.Position, Books.Now("log-9"), Books.Visit("v1", 200_00, 421), tranche));

        Assert.That((refusal.Reason, refusal.Amount, refusal.Limit), Is.EqualTo((RefusalReason.Tranche, (long?)421, (long?)420)));
    }

    [Test]
    public void OfMain_BeyondTheCap_IsRefusedWithTheLimit()
    {
        var books = WithAFullYear(new() { Bank = new() { CapMinutes = 600 } });
        books.Post(Banked(books, week: 0));

        var refusal = Books.Refusal(Banked(books, week: 1));

        Assert.That((refusal.Account, refusal.Amount, refusal.Limit), Is.EqualTo(((Account?)Account.Bank, (long?)420, (long?)180)));
    }

    [Test]
    public void OfMain_WithoutAgreementOrReturn_IsRefused()
    {
        var books = WithAFullYear();

        Assert.That(Books.Refusal(Banked(books, 0, agreement: Holiday with { AgreedBy = " " })).Reason, Is.EqualTo(RefusalReason.NotAgreed));
        Assert.That(Books.Refusal(Banked(books, 0, agreement: Holiday with { Purpose = "" })).Reason, Is.EqualTo(RefusalReason.NotAgreed));
        Assert.That(Books.Refusal(Banked(books, 8)).Message, Does.Contain("2026-06-01"));
    }

    [TestCase(ExpiredTranche.Main, 126_00, 0)]
    [TestCase(ExpiredTranche.Council, 0, 126_00)]
    public void ExpireBank_InTime_GoesWhereTheTermsSay(ExpiredTranche goesTo, long toMain, long toCouncil)
    {
        var books = WithAFullYear(new() { Bank = new() { ExpiryWeeks = 26, ExpiredGoesTo = goesTo } });
        var tranche = books.Post(Banked(books, week: 0)).Seq;
        var main = books.Pence(Account.Main);
        var early = Books.Refusal(ExpireBank.Entry(books.Position, Books.On(Books.Monday.PlusWeeks(26).PlusDays(-1), "job"), tranche));

        books.Post(ExpireBank.Entry(books.Position, Books.On(Books.Monday.PlusWeeks(26), "job"), tranche));

        Assert.That(early.Reason, Is.EqualTo(RefusalReason.Tranche));
        Assert.That((books.Pence(Account.Main) - main, books.Pence(Account.RefundDue), books.Pence(Account.Bank), books.Time(Account.Bank)), Is.EqualTo((toMain, toCouncil, 0, 0)));
    }

    [Test]
    public void Unbank_ByThePerson_GivesAllBackToMain()
    {
        var books = WithAFullYear();
        var before = (books.Pence(Account.Main), books.Time(Account.Main));
        var tranche = books.Post(Banked(books, week: 0)).Seq;

        books.Post(Unbank.Entry(books.Position, Books.Now("letter-1"), tranche, "changed mind"));

        Assert.That((books.Pence(Account.Main), books.Time(Account.Main)), Is.EqualTo(before));
    }
}
