using System.ComponentModel;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Ledger.Exports;
using Rostering.Ledger.Verification;
using Rostering.Testing;

namespace Rostering.Core.Tests.Verification;

/// <summary>hledger as an outside judge of a journal exported from a database.</summary>
internal sealed class Hledger(string connectionString, FileInfo journal)
{
    /// <summary>Without it the test is skipped, and on the machine that decides it fails.</summary>
    public static async Task RequireAsync()
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

    public async Task ExportAsync(ExportHledger.Request request)
    {
        await using RosteringContext database = RosteringContext.On(connectionString);
        await new ExportHledger(database).HandleAsync(journal, request, CancellationToken.None);
    }

    /// <summary>What the strictest checks complain of.</summary>
    public async Task<string> CheckAsync() =>
        (await OtherProgram.RunAsync("hledger", "-f", journal.FullName, "check", "--strict", "ordereddates", "balancednoautoconversion")).Output;

    /// <summary>Account, commodity and amount of every balance that is not nought, as hledger sums them.</summary>
    public async Task<IEnumerable<string>> TheirsAsync()
    {
        OtherProgram.Outcome outcome = await OtherProgram.RunAsync("hledger", "-f", journal.FullName, "balance", "--flat", "--no-total", "--layout", "bare", "-O", "csv");
        return outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Replace("\"", "", StringComparison.Ordinal));
    }

    /// <summary>The same as the ledger keeps them.</summary>
    public async Task<List<string>> OursAsync()
    {
        List<string> balances = [];
        await using NpgsqlConnection connection = new(connectionString);
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
