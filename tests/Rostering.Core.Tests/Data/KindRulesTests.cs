using System.Text.Json;
using Npgsql;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Core.Tests.Data;

/// <summary>The kernel refuses by the same tables as the database.</summary>
public sealed class KindRulesTests
{
    private RotaDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateAsync() => database = await RotaDatabase.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [Test]
    public async Task KindRules_OfKernelAndDatabase_AreTheSame()
    {
        var rules = await RowsAsync("""
            select kind::text, nature, two_people::text, array_to_string(detail, ' '), array_to_string(pence_debited, ' '), array_to_string(pence_credited, ' '),
              array_to_string(minutes_debited, ' '), array_to_string(minutes_credited, ' ')
            from ledger.kind_rule
            """);

        Assert.That(Enum.GetValues<EntryKind>().Select(KindRules.Of).Select(Text), Is.EquivalentTo(rules));
    }

    [Test]
    public async Task ChartOfAccounts_OfKernelAndDatabase_IsTheSame()
    {
        var accounts = await RowsAsync("select holder::text, account::text, unit::text, side::text, floored::text from ledger.account_kind");

        var ours =
            from fund in new[] { 1, -1 }
            from account in Enum.GetValues<Account>()
            from unit in Enum.GetValues<Unit>()
            where ChartOfAccounts.Has(fund, account, unit)
            select string.Join(" | ", fund > 0 ? "person" : "organisation", Snake(account), Snake(unit), ChartOfAccounts.Side(account), Snake(ChartOfAccounts.Floored(account, unit)));

        Assert.That(ours, Is.EquivalentTo(accounts));
    }

    private static string Text(KindRule rule) => string.Join(" | ", Snake(rule.Kind), rule.IsCommitment ? "commitment" : "fact", Snake(rule.TwoPeople), string.Join(' ', rule.Detail),
        Names(rule.PenceDebited), Names(rule.PenceCredited), Names(rule.MinutesDebited), Names(rule.MinutesCredited));

    private static string Names(IEnumerable<Account> accounts) => string.Join(' ', accounts.Select(account => Snake(account)));

    private static string Snake(object value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!);

    private async Task<List<string>> RowsAsync(string query)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)));
        return rows;
    }
}
