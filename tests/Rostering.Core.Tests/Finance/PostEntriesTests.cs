using NodaTime;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

public sealed class PostEntriesTests
{
    private LedgerDatabase database = null!;
    private int funds;

    [OneTimeSetUp]
    public async Task CreateAsync() => database = await LedgerDatabase.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [Test]
    public async Task HandleAsync_ManyFundsInAnyOrder_AnswersInTheOrderOfTheEntries()
    {
        var (one, two) = (await FundAsync(1000), await FundAsync(1000));

        var attempt = await database.TryPostAsync(Commit(two, 100), Commit(one, 200), Commit(two, 300));

        var posted = LedgerDatabase.Made(attempt);
        Assert.That(posted.Select(entry => entry.Entry), Is.EqualTo(new EntryId[] { new(two, 2), new(one, 2), new(two, 3) }));
        Assert.That(posted.Select(entry => entry.Hash.Length), Is.All.EqualTo(32));
        Assert.That(await database.HeldAsync(two, Account.Main), Is.EqualTo(600));
        Assert.That(await database.HeldAsync(two, Account.Committed), Is.EqualTo(400));
    }

    [Test]
    public async Task HandleAsync_OneOfManyIsRefused_PostsNone()
    {
        var (one, two) = (await FundAsync(1000), await FundAsync(1000));

        var refusal = Refused(await database.TryPostAsync(Commit(one, 900), Commit(two, 1200)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refusal.Reason, Is.EqualTo(RefusalReason.TooLittle));
            Assert.That((refusal.Fund, refusal.Account, refusal.Amount, refusal.Limit), Is.EqualTo((two, Account.Main, 1200L, 1000L)));
            Assert.That(refusal.Message, Is.EqualTo($"Fund {two} has £10.00 in main, which is less than £12.00."));
            Assert.That(await database.HeldAsync(one, Account.Main), Is.EqualTo(1000));
        }
    }

    [Test]
    public async Task HandleAsync_FailureAfterABonusInOneTransaction_LeavesTheBonus()
    {
        var fund = ++funds + 500;
        await database.OpenFundAsync(fund, bonusAgreed: true);
        await database.PostAsync(database.Entry(fund, EntryKind.Award, Line.Debit(Account.Awarded, new Money(1000)), Line.Credit(Account.Main, new Money(1000))));
        var bonus = database.Entry(fund, EntryKind.Bonus, Line.Debit(Account.Main, new Money(100)), Line.Credit(Account.BonusPayable, new Money(100)));
        var failure = database.Entry(fund, EntryKind.Fail, Line.Debit(Account.Main, new Money(200)), Line.Credit(Account.Owed, new Money(200)));

        LedgerDatabase.Made(await database.TryPostAsync(bonus, failure));

        Assert.That(await database.HeldAsync(fund, Account.Owed), Is.EqualTo(200));
        Assert.That(Refused(await database.TryPostAsync(bonus with { Key = "after" })).Reason, Is.EqualTo(RefusalReason.Bonus));
    }

    [Test]
    public async Task HandleAsync_RefusedWhenItsTransactionEnds_IsRefused()
    {
        var fund = await FundAsync(1000);

        var refusal = Refused(await database.TryPostAsync(
            database.Entry(fund, EntryKind.Commit, new Line(Account.Main, Unit.Gbp, 100), new Line(Account.Committed, Unit.Gbp, -99))));

        Assert.That((refusal.Reason, refusal.Fund), Is.EqualTo((RefusalReason.Unbalanced, fund)));
        Assert.That(await database.AskAsync($"select count(*) from ledger.entry where fund_id = {fund}"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_SameKeyAndContent_GivesTheSameAnswerAndPostsNothing()
    {
        var fund = await FundAsync(1000);
        var entry = database.Entry(fund, EntryKind.Deliver, Line.Debit(Account.Main, new Money(1300)), Line.Credit(Account.SupportEarned, new Money(1300)));

        var first = await database.PostAsync(entry);
        var second = await database.PostAsync(entry);

        Assert.That(first.Overspent, Is.EqualTo(new Money(300)));
        Assert.That(second.Replayed, Is.True);
        Assert.That((second.Entry, second.Overspent, second.Hash.ToArray()), Is.EqualTo((first.Entry, first.Overspent, first.Hash.ToArray())));
        Assert.That(await database.HeldAsync(fund, Account.Overspend), Is.EqualTo(300));
    }

    [Test]
    public async Task HandleAsync_SameKeyOtherContent_IsRefused()
    {
        var fund = await FundAsync(1000);
        var entry = Commit(fund, 100);
        await database.PostAsync(entry);

        var refusal = Refused(await database.TryPostAsync(entry with { Evidence = "another" }));

        Assert.That((refusal.Reason, refusal.Fund), Is.EqualTo((RefusalReason.KeyUsed, fund)));
    }

    [Test]
    public async Task HandleAsync_Nothing_PostsNothing() => Assert.That(LedgerDatabase.Made(await database.TryPostAsync()), Is.Empty);

    [Test]
    public async Task ReadBalances_AsOfAnyPairOfDates_FoldsWhatCountsThen()
    {
        var fund = await FundAsync(1000);
        var may = new LocalDate(2026, 5, 1);
        await database.PostAsync(Commit(fund, 100) with { EffectiveOn = may });
        var recorded = Instant.FromDateTimeUtc((DateTime)(await database.AskAsync($"select max(recorded_at) from ledger.entry where fund_id = {fund}"))!);
        await database.PostAsync(Commit(fund, 50) with { EffectiveOn = may });
        LedgerDatabase.Made(await new ClosePeriod(database.Ledger).HandleAsync(fund, may, "worker-1", CancellationToken.None));
        await database.PostAsync(Commit(fund, 7) with { EffectiveOn = may.PlusDays(1) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await MainAsync(null, null), Is.EqualTo(-843));
            Assert.That(await MainAsync(may, null), Is.EqualTo(-850));
            Assert.That(await MainAsync(may, recorded), Is.EqualTo(-900));
            Assert.That(await MainAsync(may.PlusDays(-1), null), Is.EqualTo(-1000));
        }

        async Task<long> MainAsync(LocalDate? effectiveOn, Instant? recordedAt) =>
            (await new ReadBalances(database.Ledger).HandleAsync(fund, effectiveOn, recordedAt, CancellationToken.None))[(Account.Main, Unit.Gbp)];
    }

    private async Task<int> FundAsync(long pence)
    {
        var fund = ++funds;
        await database.OpenFundAsync(fund, new Money(pence));
        return fund;
    }

    private JournalEntry Commit(int fund, long pence) =>
        database.Entry(fund, EntryKind.Commit, Line.Debit(Account.Main, new Money(pence)), Line.Credit(Account.Committed, new Money(pence)));

    private static Refusal Refused<T>(Attempt<T> attempt) => ((Attempt<T>.Refused)attempt).Refusal;
}
