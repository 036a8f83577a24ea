using NodaTime;
using Rostering.Core.Finance;

namespace Rostering.Core.Tests.Verification;

public sealed class VerifyLedgerTests
{
    private SampleLedger ledger = null!;

    [SetUp]
    public async Task CreateAsync() => ledger = await SampleLedger.CreateAsync();

    [TearDown]
    public async Task DisposeAsync() => await ledger.DisposeAsync();

    [Test]
    public async Task HandleAsync_SoundLedger_FindsNothingAndCountsAll()
    {
        LedgerCheck check = await ledger.VerifyAsync();

        Assert.That(check.Findings, Is.Empty);
        Assert.That(check.Funds, Is.EqualTo(4));
        Assert.That(check.Entries, Is.EqualTo(await ledger.AskAsync("SELECT count(*) FROM ledger.entry")));
        Assert.That(check.Postings, Is.EqualTo(await ledger.AskAsync("SELECT count(*) FROM ledger.posting")));
    }

    [Test]
    public async Task HandleAsync_SoundLedger_ShowsWhatTheBankMustShow()
    {
        BankTotals totals = (await ledger.VerifyAsync()).Totals!;

        Assert.That(totals.Received, Is.EqualTo(50_000 + (3 * 45_000)));
        Assert.That(totals.PaidOut, Is.EqualTo(3 * (1_000 + 900 + 2_100)));
        Assert.That(totals.Unallocated, Is.EqualTo(3 * 4_000));
        Assert.That(totals.Cash + totals.Unallocated, Is.EqualTo(totals.Received - totals.PaidOut));
    }

    [Test]
    public async Task HandleAsync_OneFund_VerifiesThatOneAlone()
    {
        await TamperAsync("UPDATE ledger.entry SET evidence = 'visit/99' WHERE fund_id = 2 AND seq = 5");

        Assert.That((await ledger.VerifyAsync(new VerifyLedger.Request(Fund: 1))).IsSound, Is.True);
        Assert.That((await ledger.VerifyAsync(new VerifyLedger.Request(Fund: 2))).Findings.Single(), Has.Property("Fund").EqualTo(2).And.Property("Seq").EqualTo(5));
    }

    [Test]
    public async Task HandleAsync_AsOfAnEarlierDay_LeavesOutWhatWasRecordedLater()
    {
        LedgerCheck before = await ledger.VerifyAsync(new VerifyLedger.Request(AsOf: new LocalDate(2020, 1, 1)));
        LedgerCheck now = await ledger.VerifyAsync(new VerifyLedger.Request(AsOf: SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(1)));

        Assert.That(before.Entries, Is.Zero);
        Assert.That(before.IsSound && now.IsSound, Is.True);
        Assert.That(now.Entries, Is.EqualTo(await ledger.AskAsync("SELECT count(*) FROM ledger.entry")));
    }

    [Test]
    public async Task HandleAsync_EntriesMissingAtTheEnd_NamesTheFirstMissing()
    {
        long last = Convert.ToInt64(await ledger.AskAsync("SELECT max(seq) FROM ledger.entry WHERE fund_id = 3"), System.Globalization.CultureInfo.InvariantCulture);
        await TamperAsync($"DELETE FROM ledger.entry WHERE fund_id = 3 AND seq >= {last - 1}");

        Assert.That((await ledger.VerifyAsync()).Findings[0], Has.Property("Fund").EqualTo(3).And.Property("Seq").EqualTo(last - 1));
    }

    [Test]
    public async Task HandleAsync_GiveWithoutItsGift_IsFound()
    {
        await ledger.ExecuteAsync("""
            SET ROLE rostering_app;
            SELECT ledger.post(-1, 'give', 'give/none', '2026-02-12', 'gift/9', 'fin', NULL, '{"reason":"help"}', '{reserve,cash}', '{gbp,gbp}', '{300,-300}');
            """);

        Assert.That((await ledger.VerifyAsync()).Findings.Single(), Has.Property("Fund").EqualTo(-1).And.Property("Seq").EqualTo(5));
    }

    [TestCase("terms SET reason = 'other' WHERE fund_id = 2 AND version = 1", 2, "version 1 of its terms")]
    [TestCase("terms SET content = '{\"charge\": 2}' WHERE fund_id = 2 AND version = 2", 2, "version 2 of its terms")]
    [TestCase("deficit SET checked_by = 'other' WHERE fund_id = 3 AND number = 2", 3, "agreed deficit 2")]
    [TestCase("closing SET closed_by = 'lead' WHERE fund_id = 1 AND through = '2026-02-28'", 1, "the closing through 2026-02-28")]
    [TestCase("fund SET closed_on = '2026-03-01' WHERE id = 1", 1, "its first or its last day")]
    [TestCase("remittance SET received_on = received_on + 1 WHERE id = 2", 0, "remittance 2")]
    [TestCase("kind_rule SET two_people = false WHERE kind = 'refund'", 0, "the kind refund")]
    public async Task HandleAsync_RowBesideTheEntriesEdited_NamesIt(string edit, int fund, string row)
    {
        await TamperAsync($"UPDATE ledger.{edit}");

        Assert.That((await ledger.VerifyAsync()).Findings.Single(), Has.Property("Fund").EqualTo(fund).And.Property("Fault").Contains(row));
    }

    private Task TamperAsync(string statement) => ledger.ExecuteAsync($"SET session_replication_role = replica; {statement}");
}
