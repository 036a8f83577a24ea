using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Statements.Editions;

namespace Rostering.Ledger.Tests.Statements;

public sealed class StatementTests
{
    private static readonly LocalDate Day = new(2026, 9, 8);

    [Test]
    public void Of_RandomBooks_TotalsEqualTheLedger() => Prop.ForAll(Books.Random.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (books, known) =>
    {
        var header = Books.Header with { PreviousSeq = known < books.Entries.Count ? known : null };

        var statement = books.State(header);

        Assert.That(statement.Closing.Total.Pence, Is.EqualTo(books.TotalOn(header.Period.To, books.Entries.Count)));
        Assert.That(statement.Opening.Total + statement.Flows.Values.Aggregate(Money.Zero, (sum, flow) => sum + flow), Is.EqualTo(statement.Closing.Total));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Of_RandomBooks_PartsAddUpToTheirTotals() => Prop.ForAll(Books.Random.ToArbitrary(), books =>
    {
        var statement = books.State();

        Assert.That(statement.Support.Aggregate(Money.Zero, (sum, line) => sum - line.Price), Is.EqualTo(statement.Of(Flow.Support) + statement.Of(Flow.Emergency) - Unlisted(books)));
        Assert.That(statement.Purchases.Aggregate(Money.Zero, (sum, line) => sum - line.Amount), Is.EqualTo(statement.Of(Flow.Purchase)));
        Assert.That(statement.Gifts.Aggregate(Money.Zero, (sum, line) => sum + line.Amount), Is.EqualTo(statement.Of(Flow.Gift)));
        Assert.That(statement.Contingency.Opening + statement.Contingency.ToppedUp - statement.Contingency.Returned - statement.Contingency.Drawn, Is.EqualTo(statement.Contingency.Closing));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Of_LateEntry_IsAnAdjustmentAndLeavesTheOpeningAsStated()
    {
        var books = Year().Post(EntryKind.Deliver, new(2026, 8, 20), "visit=v1;planned=60", Pence(Account.Main, 2000), Pence(Account.SupportEarned, -2000));

        var statement = books.State(Books.Header with { PreviousSeq = 1 });

        Assert.That(statement.Opening.Total.Pence, Is.EqualTo(1_000_000));
        Assert.That(statement.Adjustments.Single(), Is.EqualTo(new Adjustment(new(2026, 8, 20), EntryKind.Deliver, new(2026, 8, 20), new(-2000), 2)));
        Assert.That(statement.Support, Is.Empty);
    }

    [Test]
    public void Of_ReversedVisit_ShowsBothAndCostsNothing_T34()
    {
        var books = Year()
            .Post(EntryKind.Deliver, Day, "visit=v1;planned=60;ratePence=2000", Pence(Account.Main, 2000), Pence(Account.SupportEarned, -2000), Time(Account.Main, 60), Time(Account.SupportEarned, -60))
            .Reverse(2, Day.PlusDays(1));

        var statement = books.State();

        Assert.That(statement.Support.Select(line => (line.TakenBack, line.Price.Pence, line.Delivered.Count)), Is.EqualTo(new[] { (false, 2000L, 60L), (true, -2000L, -60L) }));
        Assert.That(statement.Closing.Total.Pence, Is.EqualTo(1_000_000));
    }

    [Test]
    public void Of_CoverForASickWorker_ItemisesWhatContingencyPaidBesideItsVisit_T02()
    {
        var statement = Year()
            .Post(EntryKind.Deliver, Day, "visit=v1;start=2026-09-08T09:00;planned=60", Pence(Account.Main, 2000), Pence(Account.SupportEarned, -2000), Time(Account.Main, 60), Time(Account.SupportEarned, -60))
            .Post(EntryKind.Draw, Day, "visit=v1;reason=worker ill;record=sickness-4", Pence(Account.Contingency, 800), Pence(Account.SupportEarned, -800))
            .State();

        Assert.That(statement.Support.Select(line => (line.Outcome, line.Start, line.Price.Pence)),
            Is.EqualTo(new[] { (SupportOutcome.Given, "2026-09-08T09:00", 2000L), (SupportOutcome.Emergency, "2026-09-08T09:00", 800L) }));
        var table = StandardEdition.Of(statement).Blocks.OfType<Table>().Single(table => table.Caption == "Visits of the period");
        Assert.That(table.Rows[^1].Cells[^1], Is.EqualTo("£28.00"));
    }

    [Test]
    public void Of_BankUsedAtAHigherPrice_ShowsTheVariance_T06()
    {
        var books = Year()
            .Post(EntryKind.Bank, Day, "purpose=holiday;reinstateOn=2026-11-02", Pence(Account.Main, 4000), Pence(Account.Bank, -4000), Time(Account.Main, 120), Time(Account.Bank, -120))
            .Post(EntryKind.UseBank, Day.PlusDays(12), "visit=v9", Pence(Account.Bank, 2000), Pence(Account.Main, 450), Pence(Account.SupportEarned, -2000), Pence(Account.VarianceEarned, -450),
                Time(Account.Bank, 60), Time(Account.SupportEarned, -60))
            .With(entry => entry with { Tranche = 2 });

        var statement = books.State();

        Assert.That(statement.Support[1].PriceVariance.Pence, Is.EqualTo(450));
        Assert.That(statement.Support[1].Price.Pence, Is.EqualTo(2450));
        Assert.That((statement.BankedHours.Banked.Count, statement.BankedHours.Used.Count, statement.BankedHours.Closing.Count), Is.EqualTo((120L, 60L, 60L)));
        Assert.That(statement.BankedHours.NextToExpire, Is.EqualTo(new TrancheLeft(2, Day, "holiday", Day.PlusWeeks(26), "2026-11-02", new(60), new(2000))));
    }

    [Test]
    public void Of_YearlyAward_IsSpreadEvenlyAndShowsPaceAndSurplus()
    {
        var statement = Year().State();

        Assert.That(statement.Allocation.Year.Pence, Is.EqualTo(1_000_000));
        Assert.That(statement.Allocation.Period.Pence, Is.EqualTo(1_000_000L * 183 / 365 - 1_000_000L * 153 / 365));
        Assert.That(statement.YearToDate, Is.EqualTo(new YearToDate(new(1_000_000L * 183 / 365), Money.Zero)));
        Assert.That(statement.Closing.SurplusAboveCap, Is.GreaterThan(Money.Zero));
        Assert.That(statement.Closing.Available + statement.Closing.SurplusAboveCap, Is.EqualTo(new Money(900_000)));
        Assert.That(statement.Contingency.Target.Pence, Is.EqualTo(100_000));
    }

    [Test]
    public void Of_CommitmentWhoseDeliveryIsReversed_StandsAgain()
    {
        var books = Year()
            .Post(EntryKind.Commit, Day, "visit=v1", Pence(Account.Main, 2000), Pence(Account.Committed, -2000))
            .Post(EntryKind.Deliver, Day, "visit=v1", Pence(Account.Committed, 2000), Pence(Account.SupportEarned, -2000)).With(entry => entry with { Resolves = 2 })
            .Reverse(3, Day);

        Assert.That(books.State().Committed.Single(), Is.EqualTo(new CommittedVisit(Day, "v1", new(2000), Minutes.Zero)));
    }

    /// <summary>What random books put on held accounts under kinds that no real fund uses that way, and no visit itemises.</summary>
    private static Money Unlisted(Books books)
    {
        EntryKind[] visits = [EntryKind.Deliver, EntryKind.UseBank, EntryKind.MakeGood, EntryKind.Decline, EntryKind.Absence, EntryKind.Fail, EntryKind.Bank];
        return (from entry in books.Entries
                where Books.September.Contains(entry.EffectiveOn)
                let subject = entry.Reverses is { } seq ? books.Entries[seq - 1] : entry
                where Flows.Of(subject.Kind) == Flow.Support && !(visits.Contains(subject.Kind))
                select Flows.Effect(entry)).Aggregate(Money.Zero, (sum, effect) => sum + effect);
    }

    private static Books Year() => new Books().Post(EntryKind.Award, Books.YearFrom, "from=2026-04-01;to=2027-03-31",
        Pence(Account.Awarded, 1_000_000), Pence(Account.Main, -900_000), Pence(Account.Contingency, -100_000));

    private static Line Pence(Account account, long amount) => new(account, Unit.Gbp, amount);

    private static Line Time(Account account, long amount) => new(account, Unit.Min, amount);
}
