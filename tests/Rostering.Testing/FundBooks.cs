using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using NodaTime;
using Rostering.Ledger;

namespace Rostering.Testing;

/// <summary>Keeps funds in a test's database as the application does: as its role, through the ledger's own functions.</summary>
public sealed class FundBooks : IAsyncDisposable
{
    /// <summary>The provider that keeps funds where no other is named.</summary>
    public const string Provider = "Oakwood Test";

    private const string HolderSql =
        """
        insert into provider (name) values (@provider) on conflict (name) do nothing;
        insert into council (provider_id, id, name, contact) select p.id, regexp_replace(lower(@council), '[^a-z0-9]+', '-', 'g'), @council, 'finance office'
        from provider p where p.name = @provider on conflict (provider_id, id) do nothing;
        insert into fund_holder (fund_id, provider_id, organisation, person, name, council_id, purchase_order, funding_option, year_starts_on, pictures)
        select @fund, p.id, @organisation, 'person-' || @fund, @name, regexp_replace(lower(@council), '[^a-z0-9]+', '-', 'g'), 'PO-' || @fund, 'Option 2', @year, true
        from provider p where p.name = @provider;
        """;

    private const string PostSql =
        """
        select seq from ledger.post(@fund, @kind::text::ledger.entry_kind, @key, @on, @evidence, @by, @checked, @detail,
          @accounts::text[]::ledger.account[], @units::text[]::ledger.unit[], @amounts, @resolves, @reverses, @tranche, null, @remittance)
        """;

    private readonly NpgsqlConnection connection;
    private int funds;

    private FundBooks(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<FundBooks> OpenAsync(RotaDatabase database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        var books = new FundBooks(connection);
        await books.AskAsync("set role rostering_app");
        await books.AskAsync("select ledger.open_fund(-1, 'organisation', '2020-01-01')");
        return books;
    }

    /// <summary>Opens the fund of a person, with terms from the first day of its year; funds are numbered from 1.</summary>
    public async Task<int> OpenAsync(string name, LocalDate year, string provider = Provider, string council = "Northshire", string terms = "{}")
    {
        var fund = ++funds;
        await AskAsync("select ledger.open_fund(@fund, 'person', @year)", ("fund", fund), ("year", year.ToDateOnly()));
        await AskAsync("select ledger.record_terms(@fund, @year, @terms, false, false, 'Signed sheet of the council', 'finance')", ("fund", fund), ("year", year.ToDateOnly()), ("terms", Json(terms)));
        await AskAsync(HolderSql, ("provider", provider), ("council", council), ("fund", fund), ("organisation", -1), ("name", name), ("year", year.ToDateOnly()));
        return fund;
    }

    /// <summary>Records money that reached a provider's bank.</summary>
    public async Task<long> RemitAsync(string payer, string reference, LocalDate on, Money amount, string provider = Provider)
    {
        var id = (long)(await AskAsync("select ledger.record_remittance(@payer, @reference, @on, @pence, 'finance')",
            ("payer", payer), ("reference", reference), ("on", on.ToDateOnly()), ("pence", amount.Pence)))!;
        await AskAsync("insert into remittance_holder (remittance_id, provider_id) select @id, id from provider where name = @provider", ("id", id), ("provider", provider));
        return id;
    }

    /// <summary>Posts an entry and gives its number.</summary>
    public async Task<int> PostAsync(JournalEntry entry) => (int)(await AskAsync(
        PostSql,
        ("fund", entry.Fund), ("kind", Snake(entry.Kind)), ("key", entry.Key), ("on", entry.EffectiveOn.ToDateOnly()), ("evidence", entry.Evidence),
        ("by", entry.MadeBy), ("checked", Or(entry.CheckedBy, NpgsqlDbType.Text)), ("detail", Json(JsonSerializer.Serialize(entry.Detail))),
        ("accounts", entry.Lines.Select(line => Snake(line.Account)).ToArray()), ("units", entry.Lines.Select(line => Snake(line.Unit)).ToArray()),
        ("amounts", entry.Lines.Select(line => line.Amount).ToArray()), ("resolves", Or(entry.Resolves, NpgsqlDbType.Integer)),
        ("reverses", Or(entry.Reverses, NpgsqlDbType.Integer)), ("tranche", Or(entry.Tranche, NpgsqlDbType.Integer)), ("remittance", Or(entry.Remittance, NpgsqlDbType.Bigint))))!;

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private static string Snake(Enum value) => string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"_{letter}" : $"{letter}")).ToLowerInvariant();

    private static NpgsqlParameter Json(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlParameter Or(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private async Task<object?> AskAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            var parameter = value as NpgsqlParameter ?? new NpgsqlParameter { Value = value };
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteScalarAsync();
    }
}
