using System.Globalization;
using Npgsql;
using Rostering.Core.Finance;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Tests.Verification;

/// <summary>Whatever a superuser changes, in any column of any row, is found.</summary>
public sealed class TamperTests
{
    private SampleLedger ledger = null!;

    private static int Edits => int.Parse(TestContext.Parameters.Get("tamperEdits", "200"), CultureInfo.InvariantCulture);

    [SetUp]
    public async Task CreateAsync() => ledger = await SampleLedger.CreateAsync();

    [TearDown]
    public async Task DisposeAsync() => await ledger.DisposeAsync();

    [Test]
    public async Task Columns_OfTheWholeLedger_AreAllProved()
    {
        List<string> columns = [];
        await using NpgsqlConnection connection = new(ledger.OwnerConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            "SELECT t.table_name || '.' || c.column_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) "
            + "WHERE t.table_schema = 'ledger' AND t.table_type = 'BASE TABLE'",
            connection);
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        Assert.That(LedgerColumns.Proved, Is.EquivalentTo(columns));
    }

    /// <summary>With <c>-- TestRunParameters.Parameter(name="tamperEdits", value="1000")</c> as many as wanted.</summary>
    [Test]
    public async Task HandleAsync_AnyColumnOfAnyRowChanged_FindsItAndNamesTheEntry()
    {
        const int Seed = 20261122;
        Forger forger = new(ledger, new Random(Seed));
        await forger.PrepareAsync();
        Dictionary<string, int> done = LedgerColumns.Proved.ToDictionary(column => column, _ => 0, StringComparer.Ordinal);
        List<string> missed = [];
        for (int attempt = 0; attempt < 20 * Edits && (done.Values.Sum() < Edits || done.ContainsValue(0)); attempt++)
        {
            string column = LedgerColumns.Proved[attempt % LedgerColumns.Proved.Length];
            if (await forger.EditAsync(column) is not { } edit)
            {
                continue;
            }

            done[column]++;
            LedgerCheck check = await ledger.VerifyAsync();
            if (check.IsSound || !Names(check.Findings[0], edit))
            {
                missed.Add($"{edit.Statement}: {(check.IsSound ? "not found" : $"{edit.Before} was named as {check.Findings[0]}")}");
            }

            await forger.RestoreAsync(edit.Table);
        }

        Assert.That(missed, Is.Empty, $"seed {Seed}");
        Assert.That(done.Where(column => column.Value == 0).Select(column => column.Key), Is.Empty, "columns that no edit reached");
        Assert.That((await ledger.VerifyAsync()).Findings, Is.Empty);
        TestContext.Out.WriteLine($"{done.Values.Sum()} edits, seed {Seed}");
    }

    /// <summary>A row that went to another entry is missing where it was and too many where it is: the first of the two is named.</summary>
    private static bool Names(Finding finding, Forger.Edit edit) => edit switch
    {
        { Before: null } => true,
        { MovesARow: true } => finding.Fund == edit.Before!.Value.Fund || finding.Fund == edit.After!.Value.Fund,
        { Before.Seq: null } => finding.Fund == edit.Before.Value.Fund,
        _ => (finding.Fund, finding.Seq) == edit.Before,
    };
}
