using Npgsql;

namespace Rostering.Core.Tests.Finance;

/// <summary>What has to be true of a whole ledger, asked of its tables alone: none of its functions has a part in it.</summary>
internal static class LedgerProof
{
    private const string Faults =
        """
        with lines as (
          select fund_id, seq, array_agg(account order by line) as accounts, array_agg(unit order by line) as units, array_agg(amount order by line) as amounts,
            coalesce(sum(amount) filter (where unit = 'gbp'), 0) as pence, coalesce(sum(amount) filter (where unit = 'min'), 0) as minutes
          from ledger.posting group by fund_id, seq),
        chain as (
          select e.*, row_number() over earlier as place, lag(e.hash, 1, decode(repeat('00', 32), 'hex')) over earlier as hash_before
          from ledger.entry e window earlier as (partition by e.fund_id order by e.seq)),
        folded as (
          select fund_id, seq, account, unit, balance, sum(amount) over (partition by fund_id, account, unit order by seq, line) as fold from ledger.posting),
        totals as (select fund_id, account, unit, sum(amount) as total from ledger.posting group by fund_id, account, unit)

        select format('entry %s of fund %s is number %s of it', seq, fund_id, place) from chain where place <> seq
        union all
        select format('entry %s of fund %s is over by %s pence and %s minutes', seq, fund_id, l.pence, l.minutes)
        from ledger.entry full join lines l using (fund_id, seq) where coalesce(key, '') = '' or l.pence is distinct from 0 or l.minutes is distinct from 0
        union all
        select format('entry %s of fund %s breaks the chain', c.seq, c.fund_id)
        from chain c join lines l using (fund_id, seq)
        where c.hash is distinct from sha256(c.hash_before || convert_to(concat(c.fund_id, '|', c.seq, '|', c.kind, '|', c.effective_on, '|',
          (extract(epoch from c.recorded_at) * 1000000)::bigint, '|', c.terms, '|', c.resolves, '|', c.reverses, '|', c.tranche, '|', c.twin_fund, '|', c.twin_seq,
          '|', c.relates_to, '|', c.remittance, '|', c.key, '|', c.evidence, '|', c.made_by, '|', c.checked_by, '|', encode(c.request_hash, 'hex'),
          '|', l.accounts, l.units, l.amounts, '|', c.detail), 'UTF8'))
        union all
        select format('fund %s ends elsewhere than its chain', f.id) from ledger.fund f
        where f.seq <> (select count(*) from ledger.entry e where e.fund_id = f.id)
          or f.seq > 0 and not exists (select from ledger.entry e where e.fund_id = f.id and e.seq = f.seq and e.hash = f.head)
        union all
        select format('%s (%s) of fund %s is %s and not %s in entry %s', account, unit, fund_id, balance, fold, seq) from folded where balance <> fold
        union all
        select format('%s (%s) of fund %s is %s and not %s', account, unit, fund_id, balance, total)
        from ledger.account_balance full join totals using (fund_id, account, unit) where coalesce(balance, 0) <> coalesce(total, 0)
        union all
        select format('tranches of fund %s hold %s pence and %s minutes, its bank %s and %s', f.id, t.pence, t.minutes, f.balances[9], f.balances[29])
        from ledger.fund f, lateral (
          select coalesce(sum(pence), 0) as pence, coalesce(sum(minutes), 0) as minutes from ledger.tranche where fund_id = f.id) t
        where f.id > 0 and (t.pence, t.minutes) <> (-f.balances[9], -f.balances[29])
        union all
        select format('remittance %s has %s allocated', r.id, r.allocated) from ledger.remittance r
        where r.allocated <> (select coalesce(sum(p.amount), 0) from ledger.entry e join ledger.posting p using (fund_id, seq) where e.remittance = r.id and p.account = 'cash')
        limit 20
        """;

    /// <summary>Says what is not true; the first twenty of it.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string ownerConnectionString)
    {
        await using var connection = await OpenAsync(ownerConnectionString);
        await using var command = new NpgsqlCommand(Faults, connection) { CommandTimeout = 300 };
        await using var rows = await command.ExecuteReaderAsync();
        var faults = new List<string>();
        while (await rows.ReadAsync())
            faults.Add(rows.GetString(0));
        return faults;
    }

    public static async Task<object?> AskAsync(string ownerConnectionString, string statement)
    {
        await using var connection = await OpenAsync(ownerConnectionString);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Without a pool, for the server may have been another one a moment ago.</summary>
    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
