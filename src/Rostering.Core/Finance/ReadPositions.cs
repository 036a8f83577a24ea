using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance;

/// <summary>
/// Reads where funds stand: balances, agreed deficits, open commitments and the terms of a day, as the templates of entries want them.
/// Tranches are left out. What another poster does meanwhile the ledger itself finds out.
/// </summary>
public static class ReadPositions
{
    // A commitment stands while nothing resolves it; one stands again in the reversal of what had resolved it.
    private const string Statement =
        """
        select fund_id, account::text, unit::text, balance, floor from ledger.account_balance where fund_id = any ($1);
        select p.fund_id, p.seq, coalesce(e.detail ->> 'visit', r.detail ->> 'visit', ''), -coalesce(sum(p.amount) filter (where p.unit = 'gbp'), 0)::bigint,
          -coalesce(sum(p.amount) filter (where p.unit = 'min'), 0)::bigint
        from ledger.posting p
        join ledger.entry e on e.fund_id = p.fund_id and e.seq = p.seq
        left join ledger.entry r on r.fund_id = e.fund_id and r.seq = e.reverses
        where p.fund_id = any ($1) and p.account = 'committed' and p.amount < 0
          and not exists (select from ledger.link l where l.fund_id = p.fund_id and l.seq = p.seq and l.role = 'resolves')
        group by p.fund_id, p.seq, e.detail, r.detail;
        select distinct on (fund_id) fund_id, content::text from ledger.terms where fund_id = any ($1) and effective_from <= $2
        order by fund_id, effective_from desc, version desc
        """;

    /// <summary>Positions by fund. A fund that is not there, or has no terms on the day, is left out.</summary>
    public static async Task<ImmutableDictionary<int, FundPosition>> HandleAsync(
        NpgsqlConnection connection, IReadOnlyCollection<int> funds, LocalDate on, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in Statement.Split(';'))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement) { Parameters = { new() { Value = funds.ToArray() } } });
        }

        batch.BatchCommands[^1].Parameters.Add(new() { Value = on.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var balances = await RowsAsync(reader, BalanceOf, cancellation);
        var commitments = await RowsAsync(reader, row => (Fund: row.GetInt32(0), Commitment: CommitmentOf(row)), cancellation);
        var terms = await RowsAsync(reader, row => (Fund: row.GetInt32(0), Terms: TermsOf(row)), cancellation);
        var held = balances.ToLookup(balance => balance.Fund);
        var promised = commitments.ToLookup(commitment => commitment.Fund, commitment => commitment.Commitment);
        return terms.ToImmutableDictionary(fund => fund.Fund, fund => new FundPosition(fund.Fund, fund.Terms)
        {
            Balances = held[fund.Fund].ToImmutableDictionary(balance => balance.At, balance => balance.Amount),
            Commitments = promised[fund.Fund].ToImmutableSortedDictionary(commitment => commitment.Seq, commitment => commitment),
            AgreedDeficit = new Money(held[fund.Fund].Where(balance => balance.At == (Account.Main, Unit.Gbp)).Sum(balance => balance.Deficit)),
        });
    }

    private static (int Fund, (Account, Unit) At, long Amount, long Deficit) BalanceOf(NpgsqlDataReader row) =>
        (row.GetInt32(0), (PostCommand.AccountNamed(row.GetString(1)), PostCommand.UnitNamed(row.GetString(2))), row.GetInt64(3), row.IsDBNull(4) ? 0 : -row.GetInt64(4));

    private static VisitCommitment CommitmentOf(NpgsqlDataReader row) =>
        new(row.GetInt32(1), row.GetString(2), new Money(row.GetInt64(3)), new Minutes(row.GetInt64(4)));

    private static FundTerms TermsOf(NpgsqlDataReader row) =>
        TermsJson.Read(row.GetString(1)) is { Terms: { } terms } ? terms : throw new InvalidOperationException($"The terms of fund {row.GetInt32(0)} cannot be read.");

    private static async Task<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        await reader.NextResultAsync(cancellation);
        return rows;
    }
}
