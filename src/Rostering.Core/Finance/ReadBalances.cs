using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>
/// A fund's balances as of any pair of dates: what took effect by a day, as far as it was recorded by a time. Accounts
/// without postings until then are left out.
/// </summary>
public sealed class ReadBalances(LedgerConnections ledger)
{
    // Nothing takes effect in a closed period any more, so that its closing balances stand for all of its postings.
    private const string Statement =
        """
        with known as (
          select coalesce(max(seq), 0) as seq from (select seq from ledger.entry where fund_id = $1 and recorded_at <= $3 order by seq desc limit 1) as last),
        closed as (
          select c.through from ledger.closing c, known where c.fund_id = $1 and c.through <= $2 and c.seq <= known.seq order by c.through desc limit 1)
        select account::text, unit::text, sum(amount)::bigint from (
          select account, unit, balance as amount from ledger.closing_balance where fund_id = $1 and through = (select through from closed)
          union all
          select account, unit, amount from ledger.posting
          where fund_id = $1 and seq <= (select seq from known) and effective_on <= $2 and effective_on > coalesce((select through from closed), '-infinity')) as parts
        group by account, unit
        """;

    /// <summary>Debits above nought, credits below, in pence or minutes.</summary>
    /// <param name="effectiveOn">The last day that counts; all days if null.</param>
    /// <param name="recordedAt">The last moment that counts; up to now if null.</param>
    public async Task<IReadOnlyDictionary<(Account Account, Unit Unit), long>> HandleAsync(
        int fund, LocalDate? effectiveOn, Instant? recordedAt, CancellationToken cancellation)
    {
        await using var read = ledger.Source.CreateCommand(Statement);
        read.Parameters.Add(new NpgsqlParameter { Value = fund });
        read.Parameters.Add(new NpgsqlParameter { Value = effectiveOn?.ToDateOnly() ?? DateOnly.MaxValue, NpgsqlDbType = NpgsqlDbType.Date });
        read.Parameters.Add(new NpgsqlParameter { Value = recordedAt?.ToDateTimeUtc() ?? DateTime.MaxValue, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var rows = await read.ExecuteReaderAsync(cancellation);
        var balances = new Dictionary<(Account, Unit), long>();
        while (await rows.ReadAsync(cancellation))
            balances.Add((PostCommand.AccountNamed(rows.GetString(0)), PostCommand.UnitNamed(rows.GetString(1))), rows.GetInt64(2));
        return balances;
    }
}
