using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Core.Data;
using Rostering.Ledger;

namespace Rostering.Core.Funds;

/// <summary>Reads one entry with its lines, what it refers to, what refers to it, and the visit that it is about.</summary>
public sealed class ReadEntry(RosteringContext database)
{
    private const string EntrySql =
        """
        select h.name, p.name as provider, e.kind::text, e.effective_on, e.recorded_at, e.terms, t.reason as terms_reason, t.effective_from as terms_from,
          e.resolves, e.reverses, e.tranche, e.twin_fund, e.twin_seq, e.relates_to, r.payer || ' ' || r.reference as remittance,
          e.key::text, e.evidence::text, access.name_of(e.made_by) as made_by, access.name_of(e.checked_by) as checked_by, e.detail::text, e.detail ->> 'visit' as visit, encode(e.hash, 'hex') as hash,
          (select l.by_seq from ledger.link l where l.fund_id = e.fund_id and l.seq = e.seq and l.role = 'resolves') as resolved_by,
          (select l.by_seq from ledger.link l where l.fund_id = e.fund_id and l.seq = e.seq and l.role = 'reverses') as reversed_by
        from ledger.entry e
        join fund_holder h on h.fund_id = e.fund_id join provider p on p.id = h.provider_id
        left join ledger.terms t on t.fund_id = e.fund_id and t.version = e.terms
        left join ledger.remittance r on r.id = e.remittance
        where e.fund_id = @fund and e.seq = @seq
        """;

    private const string LinesSql =
        "select account::text, unit::text, amount, balance from ledger.posting where fund_id = @fund and seq = @seq order by line";

    // A visit has a page where its week has a rota and the rota's problem has the visit.
    private const string WeekSql =
        """
        select w.starts_on from week w join provider p on p.id = w.provider_id
        where p.name = @provider and w.starts_on = date_trunc('week', @on)::date and (
          select convert_from(m.content, 'UTF8')::jsonb @> jsonb_build_object('visits', jsonb_build_array(jsonb_build_object('id', @visit::text)))
          from rota_version v join problem m on m.id = v.problem_id where v.week_id = w.id order by v.recorded_at desc, v.id desc limit 1)
        """;

    public async Task<EntryDetails?> HandleAsync(int fund, int seq, CancellationToken cancellation)
    {
        var found = await database.ListAsync(EntrySql, Key(fund, seq), row => Entry(row, fund, seq), cancellation);
        if (found is not [var entry])
            return null;

        var lines = await database.ListAsync(LinesSql, Key(fund, seq), row => new PostedLine(
            new Line(row.Name<Account>("account"), row.Name<Unit>("unit"), row.GetInt64(2)), row.GetInt64(3)), cancellation);
        return entry with { Lines = [.. lines], VisitWeek = await WeekAsync(entry, cancellation) };
    }

    private static NpgsqlParameter[] Key(int fund, int seq) => [new("fund", fund), new("seq", seq)];

    private async Task<LocalDate?> WeekAsync(EntryDetails entry, CancellationToken cancellation)
    {
        if (entry.Visit is not { } visit)
            return null;
        var weeks = await database.ListAsync(
            WeekSql,
            [new NpgsqlParameter("provider", entry.Provider), new NpgsqlParameter("visit", visit), new NpgsqlParameter("on", NpgsqlDbType.Date) { Value = entry.EffectiveOn.ToDateOnly() }],
            row => row.Day("starts_on"), cancellation);
        return weeks.Count == 0 ? null : weeks[0];
    }

    private static EntryDetails Entry(NpgsqlDataReader row, int fund, int seq) => new()
    {
        Fund = fund,
        Seq = seq,
        Name = row.Text("name"),
        Provider = row.Text("provider"),
        Kind = row.Name<EntryKind>("kind"),
        EffectiveOn = row.Day("effective_on"),
        RecordedAt = row.Instant("recorded_at"),
        Terms = row.NumberOrNull("terms") is { } version ? (version, row.Day("terms_from"), row.Text("terms_reason")) : null,
        Resolves = row.NumberOrNull("resolves"),
        ResolvedBy = row.NumberOrNull("resolved_by"),
        Reverses = row.NumberOrNull("reverses"),
        ReversedBy = row.NumberOrNull("reversed_by"),
        Tranche = row.NumberOrNull("tranche"),
        Twin = row.NumberOrNull("twin_fund") is { } twin ? new EntryId(twin, row.Number("twin_seq")) : null,
        RelatesTo = row.DayOrNull("relates_to"),
        Remittance = row.TextOrNull("remittance"),
        Key = row.Text("key"),
        Evidence = row.Text("evidence"),
        Visit = row.TextOrNull("visit"),
        MadeBy = row.Text("made_by"),
        CheckedBy = row.TextOrNull("checked_by"),
        Detail = [.. JsonSerializer.Deserialize<SortedDictionary<string, JsonElement>>(row.Text("detail"))!.Select(fact => (fact.Key, fact.Value.ToString()))],
        Hash = row.Text("hash"),
    };
}

/// <summary>An entry with everything that is known of it.</summary>
public sealed record EntryDetails
{
    public required int Fund { get; init; }
    public required int Seq { get; init; }
    public required string Name { get; init; }
    public required string Provider { get; init; }
    public required EntryKind Kind { get; init; }
    public required LocalDate EffectiveOn { get; init; }
    public required Instant RecordedAt { get; init; }
    public required (int Version, LocalDate From, string Reason)? Terms { get; init; }
    public required int? Resolves { get; init; }
    public required int? ResolvedBy { get; init; }
    public required int? Reverses { get; init; }
    public required int? ReversedBy { get; init; }
    public required int? Tranche { get; init; }
    public required EntryId? Twin { get; init; }
    public required LocalDate? RelatesTo { get; init; }
    public required string? Remittance { get; init; }
    public required string Key { get; init; }
    public required string Evidence { get; init; }
    public required string? Visit { get; init; }
    public required string MadeBy { get; init; }
    public required string? CheckedBy { get; init; }
    public required ImmutableArray<(string Name, string Value)> Detail { get; init; }
    public required string Hash { get; init; }
    public ImmutableArray<PostedLine> Lines { get; init; } = [];

    /// <summary>The week whose rota shows the visit, if one does.</summary>
    public LocalDate? VisitWeek { get; init; }
}

/// <summary>A line of a posted entry, with what its account held after it.</summary>
public sealed record PostedLine(Line Line, long Balance);
