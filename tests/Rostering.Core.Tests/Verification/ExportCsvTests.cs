using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Testing;

namespace Rostering.Core.Tests.Verification;

public sealed class ExportCsvTests
{
    private SampleLedger ledger = null!;
    private TemporaryFolder temporary = null!;

    private DirectoryInfo Folder => new(Path.Combine(temporary.Path, "export"));

    [SetUp]
    public async Task CreateAsync()
    {
        (ledger, temporary) = (await SampleLedger.CreateAsync(), new TemporaryFolder());
        await using RosteringContext database = RosteringContext.On(ledger.ConnectionString);
        await new ExportCsv(database).HandleAsync(Folder, fund: null, CancellationToken.None);
    }

    [TearDown]
    public async Task DisposeAsync()
    {
        temporary.Dispose();
        await ledger.DisposeAsync();
    }

    [Test]
    public async Task HandleAsync_WholeLedger_IsVerifiedByTheOtherVerifier()
    {
        OtherProgram.Outcome outcome = await VerifyAsync();

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Output);
        Assert.That(outcome.Output, Does.StartWith($"{await ledger.AskAsync("SELECT count(*) FROM ledger.entry")} entries verified").And.Contain("The chains are sound."));
    }

    [TestCase("entries.csv", ",visit/3,", ",visit/4,")]
    [TestCase("entries.csv", "naïve £", "naïve $")]
    [TestCase("entries.csv", "-01-22,", "-01-23,")]
    [TestCase("postings.csv", ",support_earned,gbp,2026-01-22,-2100,", ",support_earned,gbp,2026-01-22,-2101,")]
    [TestCase("postings.csv", ",main,", ",owed,")]
    public async Task HandleAsync_FileForged_IsFoundByTheOtherVerifier(string file, string was, string forged)
    {
        string path = Path.Combine(Folder.FullName, file);
        string content = await File.ReadAllTextAsync(path);
        int at = content.IndexOf(was, StringComparison.Ordinal);
        Assert.That(at, Is.Positive, "the export holds what is forged");
        await File.WriteAllTextAsync(path, $"{content[..at]}{forged}{content[(at + was.Length)..]}");
        string[] row = content[(content.LastIndexOf('\n', at) + 1)..].Split(',');

        OtherProgram.Outcome outcome = await VerifyAsync();

        Assert.That(outcome.ExitCode, Is.EqualTo(1), outcome.Output);
        Assert.That(outcome.Output, Does.Contain($"First bad entry: fund {row[0]}, entry {row[1]}: "));
    }

    [Test]
    public async Task HandleAsync_Balances_AreThoseOfTheLedger()
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(Folder.FullName, "balances.csv"));

        Assert.That(lines[0], Is.EqualTo("fund,account,unit,balance"));
        Assert.That(lines, Has.Length.EqualTo(1 + 3 + (3 * 26)));
        Assert.That(lines, Does.Contain($"2,main,gbp,{await ledger.AskAsync("SELECT balance FROM ledger.account_balance WHERE fund_id = 2 AND account = 'main' AND unit = 'gbp'")}"));
    }

    private Task<OtherProgram.Outcome> VerifyAsync() =>
        OtherProgram.RunAsync(OtherProgram.InRepository("node_modules/.bin/node"), OtherProgram.InRepository("scripts/verify-ledger.mjs"), Folder.FullName);
}
