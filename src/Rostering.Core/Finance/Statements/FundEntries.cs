using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Npgsql;
using Rostering.Ledger;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Statements;

/// <summary>Reads a fund's entries with their lines.</summary>
internal static class FundEntries
{
    private const string Query =
        """
        select e.seq, e.kind::text, e.effective_on, e.detail::text, e.evidence, e.checked_by, e.resolves, e.reverses, e.tranche, e.relates_to, r.reference,
          e.accounts::text[], e.units::text[], e.amounts
        from ledger.entry e left join ledger.remittance r on r.id = e.remittance
        where e.fund_id = $1 and e.seq <= $2 and e.effective_on <= $3
        order by e.seq
        """;

    public static async Task<IReadOnlyList<StatementEntry>> ReadAsync(NpgsqlConnection connection, int fund, int seq, LocalDate until, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection)
        {
            Parameters = { new() { Value = fund }, new() { Value = seq }, new() { Value = until.ToDateOnly() } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<StatementEntry>();
        while (await reader.ReadAsync(cancellation))
            entries.Add(Entry(reader));
        return entries;
    }

    private static StatementEntry Entry(NpgsqlDataReader row) => new()
    {
        Seq = row.GetInt32(0),
        Kind = Labels.Parse<EntryKind>(row.GetString(1)),
        EffectiveOn = LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(2)),
        Detail = JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(row.GetString(3))!,
        Evidence = row.GetString(4),
        CheckedBy = row.IsDBNull(5) ? null : row.GetString(5),
        Resolves = Number(row, 6),
        Reverses = Number(row, 7),
        Tranche = Number(row, 8),
        RelatesTo = row.IsDBNull(9) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(9)),
        Remittance = row.IsDBNull(10) ? null : row.GetString(10),
        Lines = Lines(row.GetFieldValue<string[]>(11), row.GetFieldValue<string[]>(12), row.GetFieldValue<long[]>(13)),
    };

    private static ImmutableArray<Line> Lines(string[] accounts, string[] units, long[] amounts) =>
        [.. amounts.Select((amount, at) => new Line(Labels.Parse<Account>(accounts[at]), Labels.Parse<Unit>(units[at]), amount))];

    private static int? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
