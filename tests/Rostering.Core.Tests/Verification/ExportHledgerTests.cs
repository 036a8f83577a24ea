using NodaTime;
using Rostering.Core.Finance;
using Rostering.Testing;

namespace Rostering.Core.Tests.Verification;

/// <summary>What hledger says of our books.</summary>
public sealed class ExportHledgerTests
{
    private SampleLedger ledger = null!;
    private TemporaryFolder temporary = null!;
    private Hledger hledger = null!;

    private FileInfo Journal => new(Path.Combine(temporary.Path, "ledger.journal"));

    [SetUp]
    public async Task CreateAsync()
    {
        await Hledger.RequireAsync();
        (ledger, temporary) = (await SampleLedger.CreateAsync(), new TemporaryFolder());
        hledger = new Hledger(ledger.ConnectionString, Journal);
    }

    [TearDown]
    public async Task DisposeAsync()
    {
        temporary?.Dispose();
        if (ledger is not null)
        {
            await ledger.DisposeAsync();
        }
    }

    [TestCase(null, null, null)]
    [TestCase(1, null, null)]
    [TestCase(null, "2026-02-01", null)]
    [TestCase(2, "2026-01-22", "2026-02-12")]
    public async Task HandleAsync_LedgerOrPartOfIt_PassesHledgersStrictestChecks(int? fund, string? from, string? to)
    {
        await hledger.ExportAsync(new ExportHledger.Request(fund, Day(from), Day(to)));

        Assert.That(await hledger.CheckAsync(), Is.Empty);
    }

    [Test]
    public async Task HandleAsync_WholeLedger_HasTheBalancesThatWeHave()
    {
        await hledger.ExportAsync(new ExportHledger.Request());

        Assert.That(await hledger.TheirsAsync(), Is.EquivalentTo(await hledger.OursAsync()));
    }

    [Test]
    public async Task HandleAsync_AmountForged_IsRefusedByHledger()
    {
        await hledger.ExportAsync(new ExportHledger.Request());
        string journal = await File.ReadAllTextAsync(Journal.FullName);
        await File.WriteAllTextAsync(Journal.FullName, journal.Replace("support_earned  -21.00 GBP\n", "support_earned  -21.10 GBP\n", StringComparison.Ordinal).Replace("main  1.00 GBP\n", "main  1.10 GBP\n", StringComparison.Ordinal));

        Assert.That(await hledger.CheckAsync(), Does.Contain("balance assertion"));
    }

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
