using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.FundActs;

/// <summary>Reads of a fund's books what an act by hand needs beside the fund's position.</summary>
internal static class FundActReading
{
    private const string TranchesSql =
        """
        select t.seq, e.detail ->> 'purpose', t.pence, t.minutes, e.effective_on, (e.detail ->> 'expiresOn')::date
        from ledger.tranche t join ledger.entry e on e.fund_id = t.fund_id and e.seq = t.seq where t.fund_id = $1
        """;

    private const string DeliveredSql =
        "select coalesce(-sum(amount), 0)::bigint from ledger.posting where fund_id = $1 and account = 'support_earned' and unit = 'gbp' and amount < 0 and effective_on between $2 and $3";

    private const string EntrySql =
        """
        select kind::text, key::text, effective_on::date, evidence::text, made_by::text, detail::text, accounts::text[], units::text[], amounts from ledger.entry e
        where fund_id = $1 and seq = $2 and not exists (select from ledger.link l where l.fund_id = e.fund_id and l.seq = e.seq and l.role = 'reverses')
        """;

    private const string BoughtSql = "select exists (select from ledger.entry where fund_id = $1 and (key::text = 'purchase/' || $2 or starts_with(key::text, 'purchase/' || $2 || '/')))";

    private const string OrganisationSql =
        "select b.fund_id, b.account::text, b.balance from fund_holder h join ledger.account_balance b on b.fund_id = h.organisation and b.unit = 'gbp' where h.fund_id = $1";

    /// <summary>What was banked, by the number of the entry that banked it.</summary>
    public static async Task<ImmutableSortedDictionary<int, Tranche>> TranchesAsync(NpgsqlTransaction within, int fund, CancellationToken cancellation)
    {
        var tranches = await ListAsync(within, TranchesSql, [fund], row => new Tranche(
            row.GetInt32(0), row.GetString(1), new Money(row.GetInt64(2)), new Minutes(row.GetInt64(3)), Day(row, 4), row.IsDBNull(5) ? null : Day(row, 5)), cancellation);
        return tranches.ToImmutableSortedDictionary(tranche => tranche.Seq, tranche => tranche);
    }

    /// <summary>The support delivered in a period.</summary>
    public static async Task<Money> DeliveredAsync(NpgsqlTransaction within, int fund, DateInterval period, CancellationToken cancellation) =>
        (await ListAsync(within, DeliveredSql, [fund, period.Start, period.End], row => new Money(row.GetInt64(0)), cancellation))[0];

    /// <summary>An entry as it was posted, or <c>null</c> where there is none of that number, or it is reversed.</summary>
    public static async Task<PostedEntry?> EntryAsync(NpgsqlTransaction within, int fund, int seq, CancellationToken cancellation) =>
        (await ListAsync(within, EntrySql, [fund, seq], row => new PostedEntry(seq, EntryOf(fund, row)), cancellation)).SingleOrDefault();

    /// <summary>Whether something was bought by an order of that number, from the main balance or the bank.</summary>
    public static async Task<bool> IsBoughtAsync(NpgsqlTransaction within, int fund, string order, CancellationToken cancellation) =>
        (await ListAsync(within, BoughtSql, [fund, order], row => row.GetBoolean(0), cancellation))[0];

    /// <summary>Where the books of the organisation stand that keeps a fund.</summary>
    public static async Task<FundPosition> OrganisationOfAsync(NpgsqlTransaction within, int fund, CancellationToken cancellation)
    {
        var held = await ListAsync(within, OrganisationSql, [fund], row => (Books: row.GetInt32(0), Account: PostCommand.AccountNamed(row.GetString(1)), Balance: row.GetInt64(2)), cancellation);
        return new FundPosition(held[0].Books, new FundTerms()) { Balances = held.ToImmutableDictionary(at => (at.Account, Unit.Gbp), at => at.Balance) };
    }

    private static JournalEntry EntryOf(int fund, NpgsqlDataReader row) => new()
    {
        Fund = fund,
        Kind = Labels.Parse<EntryKind>(row.GetString(0)),
        Key = row.GetString(1),
        EffectiveOn = Day(row, 2),
        Evidence = row.GetString(3),
        MadeBy = row.GetString(4),
        Detail = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(5))!.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Lines = [.. row.GetFieldValue<string[]>(6).Zip(row.GetFieldValue<string[]>(7), row.GetFieldValue<long[]>(8))
            .Select(line => new Line(PostCommand.AccountNamed(line.First), PostCommand.UnitNamed(line.Second), line.Third))],
    };

    private static LocalDate Day(NpgsqlDataReader row, int column) => LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(column));

    private static async Task<List<T>> ListAsync<T>(NpgsqlTransaction within, string sql, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, within.Connection, within);
        foreach (var value in values)
            command.Parameters.Add(value is LocalDate day ? new NpgsqlParameter { Value = day.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date } : new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }
}
