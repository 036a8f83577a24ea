using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Core.Data;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Funds;

/// <summary>Reads every fund of a provider, with the money that no fund has claimed.</summary>
public sealed class ReadFunds(RosteringContext database)
{
    /// <summary>How far back the weekly cost looks.</summary>
    internal const int RecentDays = 56;

    /// <summary>Funds by name, and remittances with something unmatched, the oldest first.</summary>
    public sealed record Result(ImmutableArray<FundLine> Funds, ImmutableArray<UnmatchedRemittance> Unmatched);

    // Two passes over the entries. Only lines on claims and cash need the kind of their entry: what else is earned and bought
    // follows from an entry's lines summing to nought, as withdrawing and paying move to cash exactly what they take from what
    // was earned.
    private const string Sql =
        """
        with holder as (
          select h.fund_id, h.name, p.name as provider, c.name as council, h.purchase_order, f.opened_on, f.closed_on,
            (h.year_starts_on + make_interval(years => greatest(0, extract(year from age(@on, h.year_starts_on))::int)))::date as year_from
          from fund_holder h join provider p on p.id = h.provider_id join council c on (c.provider_id, c.id) = (h.provider_id, h.council_id) join ledger.fund f on f.id = h.fund_id
          where (@provider is null or p.id = @provider) and (@fund is null or h.fund_id = @fund)),
        total as (
          select h.fund_id,
            -sum(p.amount) filter (where p.account = 'main' and p.unit = 'gbp') as main,
            -sum(p.amount) filter (where p.account = 'contingency') as contingency,
            -sum(p.amount) filter (where p.account = 'bank' and p.unit = 'gbp') as bank,
            -sum(p.amount) filter (where p.account = 'bank' and p.unit = 'min') as bank_time,
            -sum(p.amount) filter (where p.account = 'owed' and p.unit = 'gbp') as owed,
            -sum(p.amount) filter (where p.account = 'owed' and p.unit = 'min') as owed_time,
            -sum(p.amount) filter (where p.account = 'committed' and p.unit = 'gbp') as committed,
            sum(p.amount) filter (where p.account = 'overspend') as overspend,
            max(p.effective_on) filter (where p.account = 'committed') as planned_through,
            -sum(p.amount) filter (where s.spent and p.effective_on >= h.year_from) as spent,
            -sum(p.amount) filter (where s.spent and p.effective_on > @on - @recent and p.effective_on <= @on) as recent
          from holder h join ledger.posting p on p.fund_id = h.fund_id,
            lateral (select p.unit = 'gbp' and p.account in ('support_earned', 'waiting_earned', 'variance_earned', 'charge_earned', 'payable', 'bonus_payable') as spent) s
          group by h.fund_id),
        claim as (
          select h.fund_id, h.year_from, p.account, e.effective_on, p.amount, coalesce(r.kind, e.kind) as kind, coalesce(r.detail, e.detail) as said
          from holder h
          join ledger.entry e on e.fund_id = h.fund_id
          join unnest(e.accounts, e.units, e.amounts) as p (account, unit, amount) on p.unit = 'gbp'
            and p.account in ('awarded', 'contribution_receivable', 'council_receivable', 'cash')
          left join ledger.entry r on r.fund_id = e.fund_id and r.seq = e.reverses),
        claimed as (
          select fund_id,
            sum(amount) filter (where kind in ('award', 'uplift', 'cut') and effective_on >= year_from) as allocated,
            sum(amount) filter (where kind = 'invoice' and account = 'council_receivable' and effective_on >= year_from) as invoiced,
            sum(amount) filter (where kind in ('award', 'receipt', 'contribution') and account = 'cash' and effective_on >= year_from) as paid,
            sum(amount) filter (where kind in ('withdraw', 'pay') and account = 'cash' and effective_on >= year_from) as taken,
            sum(amount) filter (where kind in ('withdraw', 'pay') and account = 'cash' and effective_on > @on - @recent and effective_on <= @on) as taken_lately
          from claim group by fund_id),
        -- What is open for more than so many days: all that was due by then, less all that was ever settled. An invoice is due at once,
        -- a person's contribution day by day over the weeks that it is for.
        debt as (
          select fund_id, days, sum(greatest(0, due - settled)) as open from (
            select c.fund_id, c.account, a.days,
              sum(case when c.kind = 'invoice' and c.effective_on < @on - a.days then c.amount
                when c.kind in ('award', 'uplift', 'cut') then trunc(c.amount * least(1, greatest(0,
                  (@on - a.days - (c.said ->> 'from')::date)::numeric / ((c.said ->> 'to')::date - (c.said ->> 'from')::date + 1)))) else 0 end) as due,
              coalesce(-sum(c.amount) filter (where c.kind not in ('invoice', 'award', 'uplift', 'cut')), 0) as settled
            from claim c cross join (values (-1), (30), (60), (90)) as a (days)
            where c.account in ('council_receivable', 'contribution_receivable') group by c.fund_id, c.account, a.days) as claims
          group by fund_id, days)
        select h.fund_id, h.name, h.provider, h.council, h.purchase_order, h.year_from, h.closed_on, t.planned_through,
          coalesce(t.main, 0)::bigint as main, coalesce(t.contingency, 0)::bigint as contingency, coalesce(t.bank, 0)::bigint as bank,
          coalesce(t.bank_time, 0)::bigint as bank_time, coalesce(t.owed, 0)::bigint as owed, coalesce(t.owed_time, 0)::bigint as owed_time,
          coalesce(t.committed, 0)::bigint as committed, coalesce(t.overspend, 0)::bigint as overspend,
          (coalesce(t.spent, 0) - coalesce(c.taken, 0))::bigint as delivered, (coalesce(t.recent, 0) - coalesce(c.taken_lately, 0))::bigint as recent,
          least(@recent, @on - greatest(h.opened_on, h.year_from) + 1)::int as recent_days,
          coalesce(c.allocated, 0)::bigint as allocated, coalesce(c.invoiced, 0)::bigint as invoiced, coalesce(c.paid, 0)::bigint as paid,
          exists (select from ledger.tranche b join ledger.entry e on e.fund_id = b.fund_id and e.seq = b.seq
            where b.fund_id = h.fund_id and (b.pence > 0 or b.minutes > 0) and trim(e.detail ->> 'purpose') = '') as unpurposed_bank,
          coalesce(d0.open, 0)::bigint as open0, coalesce(d30.open, 0)::bigint as open30, coalesce(d60.open, 0)::bigint as open60, coalesce(d90.open, 0)::bigint as open90,
          coalesce((terms.content ->> 'contingencyPermille')::int, 100) as contingency_permille, (terms.content -> 'bank' ->> 'capMinutes')::bigint as bank_cap
        from holder h
        left join total t on t.fund_id = h.fund_id
        left join claimed c on c.fund_id = h.fund_id
        left join debt d0 on d0.fund_id = h.fund_id and d0.days = -1
        left join debt d30 on d30.fund_id = h.fund_id and d30.days = 30
        left join debt d60 on d60.fund_id = h.fund_id and d60.days = 60
        left join debt d90 on d90.fund_id = h.fund_id and d90.days = 90
        left join lateral (
          select content from ledger.terms where fund_id = h.fund_id and effective_from <= @on order by effective_from desc, version desc limit 1) as terms on true
        order by h.name, h.fund_id
        """;

    public async Task<Result> HandleAsync(long provider, LocalDate on, CancellationToken cancellation)
    {
        var funds = await LinesAsync(database, provider, fund: null, on, cancellation);
        return new Result([.. funds], await new ReadPayers(database).UnmatchedAsync(provider, cancellation));
    }

    internal static Task<List<FundLine>> LinesAsync(RosteringContext database, long? provider, int? fund, LocalDate on, CancellationToken cancellation) =>
        database.ListAsync(
            Sql,
            [
                new NpgsqlParameter("provider", NpgsqlDbType.Bigint) { Value = (object?)provider ?? DBNull.Value },
                new NpgsqlParameter("fund", NpgsqlDbType.Integer) { Value = (object?)fund ?? DBNull.Value },
                new NpgsqlParameter("on", NpgsqlDbType.Date) { Value = on.ToDateOnly() },
                new NpgsqlParameter("recent", RecentDays),
            ],
            row => Line(row, on), cancellation);

    private static FundLine Line(NpgsqlDataReader row, LocalDate on) => new()
    {
        Fund = row.Number("fund_id"),
        Name = row.Text("name"),
        Provider = row.Text("provider"),
        Council = row.Text("council"),
        PurchaseOrder = row.Text("purchase_order"),
        YearFrom = row.Day("year_from"),
        ClosedOn = row.DayOrNull("closed_on"),
        Allocated = row.Money("allocated"),
        Committed = row.Money("committed"),
        Delivered = row.Money("delivered"),
        Invoiced = row.Money("invoiced"),
        Paid = row.Money("paid"),
        Main = row.Money("main"),
        Contingency = row.Money("contingency"),
        Bank = row.Money("bank"),
        BankTime = row.Minutes("bank_time"),
        Owed = row.Money("owed"),
        OwedTime = row.Minutes("owed_time"),
        Overspend = row.Money("overspend"),
        Receivable = new AgedDebt(
            Ledger.Money.Zero, row.Money("open0") - row.Money("open30"), row.Money("open30") - row.Money("open60"), row.Money("open60") - row.Money("open90"), row.Money("open90")),
        ContingencyPermille = row.Number("contingency_permille"),
        BankCap = row.IsDBNull(row.GetOrdinal("bank_cap")) ? null : row.Minutes("bank_cap"),
        UnpurposedBank = row.Flag("unpurposed_bank"),
        Recent = row.Money("recent"),
        RecentDays = row.Number("recent_days"),
        PlannedThrough = row.DayOrNull("planned_through"),
        On = on,
    };
}
