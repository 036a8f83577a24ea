using System.Text;
using System.Text.Json;
using Rostering.Core.Finance.Demonstration;
using Rostering.Solver.Demonstration;
using Rostering.Testing;

namespace Rostering.Cli.Tests;

/// <summary>The commands about funds, on a few weeks of a demonstration provider that are long past.</summary>
public sealed class FundCommandTests
{
    private static readonly string[] Year = ["demo", "cedar", "--year", "--week", "2026-03-02", "--weeks", "5", "--json"];
    private static readonly string Fund = $"{(-DemonstrationYear.BooksOf(DemonstrationProvider.Cedar) * 1000) + 1}";

    private LedgerDatabase ledger = null!;
    private TemporaryFolder folder = null!;
    private JsonElement loaded;

    [OneTimeSetUp]
    public async Task LoadAsync()
    {
        (ledger, folder) = (await LedgerDatabase.CreateAsync(), new TemporaryFolder());
        loaded = Json(await CommandLine.RunAsync(ledger, Year));
    }

    [OneTimeTearDown]
    public async Task DisposeAsync()
    {
        folder.Dispose();
        await ledger.DisposeAsync();
    }

    [Test]
    public async Task DemoYear_Again_PostsNothingMore()
    {
        var again = Json(await CommandLine.RunAsync(ledger, Year));

        Assert.That(loaded.GetProperty("posted").GetInt32(), Is.EqualTo(loaded.GetProperty("entries").GetInt32()).And.GreaterThan(500));
        Assert.That(again.GetProperty("posted").GetInt32(), Is.Zero);
        Assert.That(await ledger.AskAsync("select count(*)::int from ledger.entry"), Is.EqualTo(loaded.GetProperty("entries").GetInt32()));
    }

    [Test]
    public async Task DemoYear_OtherSeed_SaysWhatToDo()
    {
        var run = await CommandLine.RunAsync(ledger, [.. Year, "--seed", "2"]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("use an empty database"));
    }

    [TestCase("standard", "html", "<!doctype html>")]
    [TestCase("standard", "pdf", "%PDF-")]
    [TestCase("easy-read", "pdf", "%PDF-")]
    public async Task Statement_ByPeriodAndThenByItsNumber_IsTheSameFile(string edition, string form, string beginsWith)
    {
        var (first, second) = (Path.Combine(folder.Path, $"first-{edition}.{form}"), Path.Combine(folder.Path, $"second-{edition}.{form}"));

        var issued = await CommandLine.RunAsync(ledger, "statement", "--fund", Fund, "--period", "2026-02", "--edition", edition, "--form", form, "--out", first);
        var again = await CommandLine.RunAsync(ledger, "statement", "--fund", Fund, "--number", "1", "--edition", edition, "--form", form, "--out", second);

        Assert.That((issued.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), issued.Errors + again.Errors);
        var content = await File.ReadAllBytesAsync(first);
        Assert.That(Encoding.Latin1.GetString(content[..beginsWith.Length]), Is.EqualTo(beginsWith));
        Assert.That(await File.ReadAllBytesAsync(second), Is.EqualTo(content));
    }

    [TestCase("--period 2026-02 --number 1", "either --period")]
    [TestCase("--period February", "--period 'February'")]
    [TestCase("--number 99", "--number 99")]
    [TestCase("--period 2199-02", "ends on")]
    [TestCase("--period 2026-02 --edition large", "--edition 'large'")]
    public async Task Statement_BadInput_SaysWhatIsWrong(string options, string message)
    {
        var output = Path.Combine(folder.Path, "never.html");

        var run = await CommandLine.RunAsync(ledger, ["statement", "--fund", Fund, "--out", output, .. options.Split(' ')]);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
        Assert.That(run.Errors, Does.Contain(message));
        Assert.That(File.Exists(output), Is.False);
    }

    [Test]
    public async Task Verify_EntryEditedBehindTheLedgersBack_ExitsOneAndNamesIt()
    {
        Assert.That((await CommandLine.RunAsync(ledger, "ledger", "verify")).ExitCode, Is.Zero);
        await EditAsync("+ 1");

        var verified = await CommandLine.RunAsync(ledger, "ledger", "verify", "--fund", Fund);

        await EditAsync("- 1");
        Assert.That(verified.ExitCode, Is.EqualTo(1));
        Assert.That(verified.Output, Does.Contain("entry 3"));
    }

    [Test]
    public async Task Export_BothForms_WritesThem()
    {
        var (csv, journal) = (Path.Combine(folder.Path, "csv"), Path.Combine(folder.Path, "year.journal"));

        var run = await CommandLine.RunAsync(ledger, "ledger", "export", "--csv", csv, "--hledger", journal);

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(await File.ReadAllLinesAsync(Path.Combine(csv, "entries.csv")), Has.Length.GreaterThan(loaded.GetProperty("entries").GetInt32()));
        Assert.That(await File.ReadAllTextAsync(journal), Does.Contain($"{Fund}"));
    }

    private Task<object?> EditAsync(string by) => LedgerDatabase.AskAsync(
        ledger.OwnerConnectionString, $"set session_replication_role = replica; update ledger.entry set amounts[1] = amounts[1] {by} where fund_id = {Fund} and seq = 3");

    private static JsonElement Json(CommandLine.Outcome run)
    {
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
