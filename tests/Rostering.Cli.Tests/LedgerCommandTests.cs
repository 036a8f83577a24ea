namespace Rostering.Cli.Tests;

public sealed class LedgerCommandTests
{
    [TestCase("--as-of", "yesterday", "--as-of 'yesterday' is not a day")]
    public async Task Verify_BadOption_SaysWhatIsWrong(string option, string value, string message)
    {
        CommandLine.Outcome outcome = await CommandLine.RunAsync("ledger", "verify", option, value);

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Errors, Does.Contain(message));
    }

    [Test]
    public async Task Export_NothingToWrite_SaysWhatToGive()
    {
        CommandLine.Outcome outcome = await CommandLine.RunAsync("ledger", "export");

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Errors, Does.Contain("--csv").And.Contain("--hledger"));
    }

    [Test]
    public async Task Export_PartOfAChainAsCsv_IsRefused()
    {
        CommandLine.Outcome outcome = await CommandLine.RunAsync("ledger", "export", "--csv", "nowhere", "--from", "2026-01-01");

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Errors, Does.Contain("leave out --from and --to"));
    }
}
