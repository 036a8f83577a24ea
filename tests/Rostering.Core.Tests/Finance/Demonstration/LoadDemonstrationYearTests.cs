using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Finance.Demonstration;
using Rostering.Ledger;
using Rostering.Solver.Demonstration;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance.Demonstration;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LoadDemonstrationYearTests
{
    private const string Unbalanced = "select count(*) from (select 1 from ledger.posting group by fund_id, seq, unit having sum(amount) <> 0) as uneven";
    private const string Entries = "select count(*) from ledger.entry";

    private LedgerDatabase ledger = null!;

    [SetUp]
    public async Task SetUp() => ledger = await LedgerDatabase.CreateAsync();

    [TearDown]
    public async Task TearDown() => await ledger.DisposeAsync();

    [TestCase(DemonstrationProvider.Oakwood)]
    [TestCase(DemonstrationProvider.Cedar)]
    [TestCase(DemonstrationProvider.Chestnut)]
    public async Task Load_FewWeeks_LeavesTheFundsAsDrawn(DemonstrationProvider provider)
    {
        var year = Year(provider, weeks: 6, funds: 2);

        var loaded = await LoadAsync(year);

        Assert.That(loaded.Posted, Is.EqualTo(loaded.Entries).And.GreaterThan(0));
        Assert.That(await ledger.AskAsync(Unbalanced), Is.Zero);
        foreach (var fund in year.Funds)
        {
            var drawn = fund.Play().Position;
            foreach (var account in Enum.GetValues<Account>().Where(account => ChartOfAccounts.Has(fund.Number, account, Unit.Gbp)))
                Assert.That(await ledger.HeldAsync(fund.Number, account), Is.EqualTo(drawn.Pence(account).Pence), $"{account} of fund {fund.Number}");
        }
    }

    [Test]
    public async Task Load_Again_PostsNothing()
    {
        var year = Year(DemonstrationProvider.Oakwood, weeks: 3, funds: 2);
        var first = await LoadAsync(year);

        var second = await LoadAsync(year);

        Assert.That(second, Is.EqualTo(first with { Posted = 0, Refusals = second.Refusals }));
        Assert.That(await WeeksThereAsync(), Is.EqualTo(3));
        Assert.That(await ledger.AskAsync(Entries), Is.EqualTo(first.Entries));
    }

    [Test]
    public async Task Load_AfterACancel_GoesOn()
    {
        var year = Year(DemonstrationProvider.Oakwood, weeks: 6, funds: 3);
        using var stop = new CancellationTokenSource();

        Assert.That(() => LoadAsync(year, _ => stop.Cancel(), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        var before = (long)(await ledger.AskAsync(Entries))!;
        var loaded = await LoadAsync(year);

        Assert.That(before, Is.GreaterThan(0));
        Assert.That(loaded.Posted, Is.EqualTo(loaded.Entries - before));
        Assert.That(await ledger.AskAsync(Entries), Is.EqualTo(loaded.Entries));
    }

    [Test]
    public async Task Load_OtherSeed_IsRefusedAndSaysWhy()
    {
        await LoadAsync(Year(DemonstrationProvider.Oakwood, weeks: 2, funds: 1));

        Assert.That(
            () => LoadAsync(DemonstrationYear.Draw(DemonstrationProvider.Oakwood, seed: 2, DemonstrationWeek.UsualWeekStart, weeks: 2)),
            Throws.TypeOf<DemonstrationYearRefusedException>().With.Message.Contains("use an empty database"));
    }

    private async Task<int?> WeeksThereAsync()
    {
        await using var database = RosteringContext.On(ledger.ConnectionString);
        return await new LoadDemonstrationYear(database, ledger.Ledger, SystemClock.Instance)
            .WeeksThereAsync(DemonstrationProvider.Oakwood, DemonstrationWeek.UsualWeekStart, CancellationToken.None);
    }

    private static DemonstrationYear Year(DemonstrationProvider provider, int weeks, int funds)
    {
        var year = DemonstrationYear.Draw(provider, seed: 1, DemonstrationWeek.UsualWeekStart, weeks);
        return year with { Funds = year.Funds[..funds] };
    }

    private async Task<LoadDemonstrationYear.Result> LoadAsync(DemonstrationYear year, Action<LoadDemonstrationYear.Progress>? onProgress = null, CancellationToken cancellation = default)
    {
        await using var database = RosteringContext.On(ledger.ConnectionString);
        return await new LoadDemonstrationYear(database, ledger.Ledger, SystemClock.Instance).HandleAsync(year, onProgress, cancellation);
    }
}
