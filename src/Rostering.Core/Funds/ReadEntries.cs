using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Core.Data;
using Rostering.Ledger;

namespace Rostering.Core.Funds;

/// <summary>Reads a fund's entries, the newest first, a page at a time.</summary>
public sealed class ReadEntries(RosteringContext database)
{
    private const int PageSize = 25;

    private const string Sql =
        """
        select e.seq, e.kind::text, e.effective_on, e.evidence::text, access.name_of(e.made_by) as made_by, l.money, l.time,
          exists (select from ledger.link k where k.fund_id = e.fund_id and k.seq = e.seq and k.role = 'reverses') as reversed
        from ledger.entry e, lateral (
          select coalesce(sum(p.amount) filter (where p.unit = 'gbp'), 0)::bigint as money, coalesce(sum(p.amount) filter (where p.unit = 'min'), 0)::bigint as time
          from ledger.posting p where p.fund_id = e.fund_id and p.seq = e.seq and p.amount > 0) as l
        where e.fund_id = @fund and e.seq < @before and (@kind::text is null or e.kind = @kind::text::ledger.entry_kind)
        order by e.seq desc limit @limit
        """;

    /// <summary>A page of entries; <see cref="Before"/> leads to the next, older one.</summary>
    public sealed record Result(ImmutableArray<EntryLine> Entries, int? Before);

    public async Task<Result> HandleAsync(int fund, EntryKind? kind, int? before, CancellationToken cancellation)
    {
        var rows = await database.ListAsync(
            Sql,
            [
                new NpgsqlParameter("fund", fund), new NpgsqlParameter("before", before ?? int.MaxValue), new NpgsqlParameter("limit", PageSize + 1),
                new NpgsqlParameter("kind", NpgsqlDbType.Text) { Value = kind is { } wanted ? SnakeCase.Of(wanted.ToString()) : DBNull.Value },
            ],
            row => new EntryLine(
                row.Number("seq"), row.Name<EntryKind>("kind"), row.Day("effective_on"), row.Text("evidence"), row.Text("made_by"),
                row.Money("money"), row.Minutes("time"), row.Flag("reversed")), cancellation);
        return new Result([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Seq : null);
    }
}

/// <summary>An entry in a list: what its debits add up to.</summary>
public sealed record EntryLine(int Seq, EntryKind Kind, LocalDate EffectiveOn, string Evidence, string MadeBy, Money Money, Minutes Time, bool Reversed);
