using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Core.Data;
using Rostering.Ledger;

namespace Rostering.Core.Funds;

/// <summary>Reads one fund: what it holds, as of any pair of dates, and what it is made of.</summary>
public sealed class ReadFund(RosteringContext database)
{
    private const string HeadSql =
        """
        select h.funding_option, c.contact, f.opened_on, f.locked_through, f.seq, encode(f.head, 'hex') as hash,
          t.version, t.effective_from, t.reason, access.name_of(t.recorded_by) as recorded_by
        from fund_holder h join council c on (c.provider_id, c.id) = (h.provider_id, h.council_id) join ledger.fund f on f.id = h.fund_id
        left join lateral (
          select * from ledger.terms where fund_id = h.fund_id and effective_from <= @on order by effective_from desc, version desc limit 1) as t on true
        where h.fund_id = @fund
        """;

    // It ends at the last entry that was known at the time.
    private const string BalancesSql =
        """
        select p.account::text, p.unit::text, k.side * sum(p.amount)::bigint as balance
        from ledger.posting p join ledger.account_kind k on k.holder = 'person' and k.account = p.account and k.unit = p.unit
        where p.fund_id = @fund and p.effective_on <= @on
          and p.seq <= coalesce((select e.seq from ledger.entry e where e.fund_id = @fund and e.recorded_at < @known order by e.seq desc limit 1), 0)
        group by p.account, p.unit, k.side order by p.account, p.unit
        """;

    private const string WeeksSql =
        """
        select greatest(0, (effective_on - @year) / 7)::int as week, -sum(amount)::bigint as change
        from ledger.posting where fund_id = @fund and unit = 'gbp' and account in ('main', 'committed', 'overspend') group by week order by week
        """;

    private const string TranchesSql =
        """
        select t.seq, e.effective_on, e.detail ->> 'purpose' as purpose, access.name_of(e.detail ->> 'agreedBy') as agreed_by, e.detail ->> 'reinstateOn' as reinstate_on,
          e.detail ->> 'expiresOn' as expires_on, t.pence, t.minutes,
          -coalesce(sum(p.amount) filter (where p.unit = 'gbp'), 0)::bigint as banked, -coalesce(sum(p.amount) filter (where p.unit = 'min'), 0)::bigint as banked_time
        from ledger.tranche t
        join ledger.entry e on e.fund_id = t.fund_id and e.seq = t.seq
        join ledger.posting p on p.fund_id = t.fund_id and p.seq = t.seq and p.account = 'bank'
        where t.fund_id = @fund group by t.seq, t.pence, t.minutes, e.effective_on, e.detail order by t.seq desc
        """;

    private const string ContingencySql =
        """
        select e.seq, e.effective_on, e.kind::text, -p.amount as change, e.detail ->> 'reason' as reason, e.detail ->> 'record' as record, access.name_of(e.checked_by) as checked_by
        from ledger.posting p join ledger.entry e on e.fund_id = p.fund_id and e.seq = p.seq
        where p.fund_id = @fund and p.account = 'contingency' order by e.seq desc limit 50
        """;

    // A commitment stands while nothing resolves it; one stands again in the reversal of what had resolved it.
    private const string CommittedSql =
        """
        select date_trunc('week', p.effective_on)::date as week, count(distinct p.seq)::int as visits,
          -coalesce(sum(p.amount) filter (where p.unit = 'gbp'), 0)::bigint as money, -coalesce(sum(p.amount) filter (where p.unit = 'min'), 0)::bigint as time
        from ledger.posting p
        where p.fund_id = @fund and p.account = 'committed' and p.amount < 0
          and not exists (select from ledger.link l where l.fund_id = p.fund_id and l.seq = p.seq and l.role = 'resolves')
        group by week order by week
        """;

    private const string SupportSql =
        """
        select coalesce(sum(p.amount) filter (where p.unit = 'gbp'), 0)::bigint as money, coalesce(sum(p.amount) filter (where p.unit = 'min'), 0)::bigint as time
        from ledger.posting p join ledger.entry e on e.fund_id = p.fund_id and e.seq = p.seq and e.kind = 'deliver'
        where p.fund_id = @fund and p.account = 'support_earned' and p.effective_on > @on - @recent and p.effective_on <= @on
        """;

    private const string StatementsSql =
        "select number, period_from, period_to, issued_on, ledger_seq from statement where fund_id = @fund order by number desc";

    /// <summary>The fund looked at on a day; its balances as of <paramref name="effective"/>, by what was recorded before <paramref name="known"/>.</summary>
    public async Task<FundDetails?> HandleAsync(int fund, LocalDate on, LocalDate effective, Instant known, CancellationToken cancellation)
    {
        if ((await ReadFunds.LinesAsync(database, provider: null, fund, on, cancellation)).SingleOrDefault() is not { } line)
            return null;

        return new FundDetails
        {
            Line = line,
            Head = (await ListAsync(HeadSql, Head, fund, cancellation, Day("on", effective))).Single(),
            Balances = [.. await ListAsync(BalancesSql, row => new AccountBalance(row.Name<Account>("account"), row.Name<Unit>("unit"), row.GetInt64(2)), fund, cancellation,
                Day("on", effective), new NpgsqlParameter("known", NpgsqlDbType.TimestampTz) { Value = known.ToDateTimeUtc() })],
            Weeks = [.. await ListAsync(WeeksSql, row => (row.Number("week"), row.Money("change")), fund, cancellation, Day("year", line.YearFrom))],
            Tranches = [.. await ListAsync(TranchesSql, Tranche, fund, cancellation)],
            ContingencyMoves = [.. await ListAsync(ContingencySql, Move, fund, cancellation)],
            Committed = [.. await ListAsync(CommittedSql, row =>
                new CommittedWeek(row.Day("week"), row.Number("visits"), row.Money("money"), row.Minutes("time")), fund, cancellation)],
            Statements = [.. await ListAsync(StatementsSql, row =>
                new StatementLine(row.Number("number"), row.Day("period_from"), row.Day("period_to"), row.Day("issued_on"), row.Number("ledger_seq")), fund, cancellation)],
            Support = (await ListAsync(SupportSql, row => (-row.Money("money"), -row.Minutes("time")), fund, cancellation,
                Day("on", on), new NpgsqlParameter("recent", ReadFunds.RecentDays))).Single(),
        };
    }

    private Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, int fund, CancellationToken cancellation, params NpgsqlParameter[] parameters) =>
        database.ListAsync(sql, [new NpgsqlParameter("fund", fund), .. parameters], read, cancellation);

    private static NpgsqlParameter Day(string name, LocalDate day) => new(name, NpgsqlDbType.Date) { Value = day.ToDateOnly() };

    private static FundHead Head(NpgsqlDataReader row) => new(
        row.Text("funding_option"), row.Text("contact"), row.Day("opened_on"), row.Day("locked_through"), row.Number("seq"), row.Text("hash"),
        row.NumberOrNull("version") is { } version ? new TermsInForce(version, row.Day("effective_from"), row.Text("reason"), row.Text("recorded_by")) : null);

    private static BankedTranche Tranche(NpgsqlDataReader row) => new(
        row.Number("seq"), row.Day("effective_on"), row.Text("purpose"), row.Text("agreed_by"), row.Text("reinstate_on"),
        row.Money("banked"), row.Minutes("banked_time"), row.Money("pence"), row.Minutes("minutes"), row.TextOrNull("expires_on"));

    private static ContingencyMove Move(NpgsqlDataReader row) => new(
        row.Number("seq"), row.Day("effective_on"), row.Name<EntryKind>("kind"), row.Money("change"),
        row.TextOrNull("reason"), row.TextOrNull("record"), row.TextOrNull("checked_by"));
}
