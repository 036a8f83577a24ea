using System.ComponentModel;
using NodaTime;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Ledger.Exports;
using Rostering.Ledger.Verification;
using Rostering.Testing;

namespace Rostering.Core.Tests.Verification;

/// <summary>hledger as an outside judge of our books.</summary>
public sealed class ExportHledgerTests
{
    private SampleLedger ledger = null!;
    private TemporaryFolder temporary = null!;

    private FileInfo Journal => new(Path.Combine(temporary.Path, "ledger.journal"));

    [SetUp]
    public async Task CreateAsync()
    {
        await RequireHledgerAsync();
        (ledger, temporary) = (await SampleLedger.CreateAsync(), new TemporaryFolder());
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

    [Test]
    public async Task HandleAsync_WholeLedger_PassesHledgersStrictestChecks()
    {
        await ExportAsync(new ExportHledger.Request());

        Assert.That((await CheckAsync()).Output, Is.Empty);
    }

    [TestCase(1, null, null)]
    [TestCase(null, "2026-02-01", null)]
    [TestCase(2, "2026-01-22", "2026-02-12")]
    public async Task HandleAsync_PartOfTheLedger_PassesToo(int? fund, string? from, string? to)
    {
        await ExportAsync(new ExportHledger.Request(fund, Day(from), Day(to)));

        Assert.That((await CheckAsync()).Output, Is.Empty);
    }

    [Test]
    public async Task HandleAsync_WholeLedger_HasTheBalancesThatWeHave()
    {
        await ExportAsync(new ExportHledger.Request());

        string[] lines = (await OtherProgram.RunAsync("hledger", "-f", Journal.FullName, "balance", "--flat", "--no-total", "--layout", "bare", "-O", "csv")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines.Skip(1).Select(line => line.Replace("\"", "", StringComparison.Ordinal)), Is.EquivalentTo(await OursAsync()));
    }

    [Test]
    public async Task HandleAsync_AmountForged_IsRefusedByHledger()
    {
        await ExportAsync(new ExportHledger.Request());
        string journal = await File.ReadAllTextAsync(Journal.FullName);
        await File.WriteAllTextAsync(Journal.FullName, journal.Replace("support_earned  -21.00 GBP\n", "support_earned  -21.10 GBP\n", StringComparison.Ordinal).Replace("main  1.00 GBP\n", "main  1.10 GBP\n", StringComparison.Ordinal));

        Assert.That((await CheckAsync()).Output, Does.Contain("balance assertion"));
    }

    private static LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static async Task RequireHledgerAsync()
    {
        try
        {
            await OtherProgram.RunAsync("hledger", "--version");
        }
        catch (Win32Exception)
        {
            const string Remedy = "hledger is not installed: scripts/setup --for-tests installs it where it may.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Remedy);
            }

            Assert.Ignore(Remedy);
        }
    }

    private async Task ExportAsync(ExportHledger.Request request)
    {
        await using RosteringContext database = RosteringContext.On(ledger.ConnectionString);
        await new ExportHledger(database).HandleAsync(Journal, request, CancellationToken.None);
    }

    private Task<OtherProgram.Outcome> CheckAsync() =>
        OtherProgram.RunAsync("hledger", "-f", Journal.FullName, "check", "--strict", "ordereddates", "balancednoautoconversion");

    private async Task<List<string>> OursAsync()
    {
        List<string> balances = [];
        await using NpgsqlConnection connection = new(ledger.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new("SELECT fund_id, account::text, unit::text, balance FROM ledger.account_balance WHERE balance <> 0", connection);
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            Unit unit = Labels.Parse<Unit>(System.Text.Encoding.UTF8.GetBytes(rows.GetString(2)));
            string[] amount = HledgerJournal.AmountOf(unit, rows.GetInt64(3)).Split(' ');
            balances.Add($"{HledgerJournal.NameOf(rows.GetInt32(0), Labels.Parse<Account>(System.Text.Encoding.UTF8.GetBytes(rows.GetString(1))))},{amount[1]},{amount[0]}");
        }

        return balances;
    }
}
