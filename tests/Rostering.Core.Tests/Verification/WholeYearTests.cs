using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Finance.Demonstration;
using Rostering.Solver.Demonstration;
using Rostering.Testing;

namespace Rostering.Core.Tests.Verification;

/// <summary>A whole demonstration year before three judges: our verifier, the one in another language, and hledger.</summary>
public sealed class WholeYearTests
{
    private LedgerDatabase ledger = null!;
    private TemporaryFolder temporary = null!;
    private RosteringContext database = null!;

    [OneTimeSetUp]
    public async Task LoadAsync()
    {
        (ledger, temporary) = (await LedgerDatabase.CreateAsync(), new TemporaryFolder());
        database = RosteringContext.On(ledger.ConnectionString);
        var year = DemonstrationYear.Draw(DemonstrationProvider.Cedar, seed: 1, DemonstrationWeek.UsualWeekStart);
        await new LoadDemonstrationYear(database, ledger.Ledger, SystemClock.Instance).HandleAsync(year, onProgress: null, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        temporary.Dispose();
        await ledger.DisposeAsync();
    }

    [Test]
    public async Task VerifyLedger_WholeYear_FindsNothing()
    {
        var check = await new VerifyLedger(database).HandleAsync(new VerifyLedger.Request(), CancellationToken.None);

        Assert.That(check.Findings, Is.Empty);
        Assert.That(check.Entries, Is.GreaterThan(10_000));
    }

    [Test]
    public async Task ExportCsv_WholeYear_IsSoundInTheOtherLanguage()
    {
        DirectoryInfo folder = new(Path.Combine(temporary.Path, "csv"));
        await new ExportCsv(database).HandleAsync(folder, fund: null, CancellationToken.None);

        var outcome = await OtherProgram.RunAsync(OtherProgram.InRepository("node_modules/.bin/node"), OtherProgram.InRepository("scripts/verify-ledger.mjs"), folder.FullName);

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Output);
    }

    [Test]
    public async Task ExportHledger_WholeYear_PassesItsChecksAndHasOurBalances()
    {
        await Hledger.RequireAsync();
        Hledger hledger = new(ledger.ConnectionString, new FileInfo(Path.Combine(temporary.Path, "year.journal")));

        await hledger.ExportAsync(new ExportHledger.Request());

        Assert.That(await hledger.CheckAsync(), Is.Empty);
        Assert.That(await hledger.TheirsAsync(), Is.EquivalentTo(await hledger.OursAsync()));
    }
}
