using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Npgsql;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Statements;

/// <summary>Whose fund a statement is of, as things stand now, and where the fund's ledger stands.</summary>
internal sealed record StatementSubject
{
    private const string Query =
        """
        select h.name, p.name, c.name, c.contact, h.purchase_order, h.funding_option, h.year_starts_on, h.pictures, f.seq, f.head, t.content::text,
          (select coalesce(jsonb_object_agg(e.checked_by, access.name_of(e.checked_by)), '{}')::text from ledger.entry e
            where e.fund_id = h.fund_id and e.kind = 'draw' and access.name_of(e.checked_by) <> e.checked_by),
          h.provider_id
        from fund_holder h join provider p on p.id = h.provider_id join council c on (c.provider_id, c.id) = (h.provider_id, h.council_id) join ledger.fund f on f.id = h.fund_id
        left join lateral (select content from ledger.terms where fund_id = h.fund_id and effective_from <= $2 order by effective_from desc, version desc limit 1) t on true
        where h.fund_id = $1
        """;

    /// <summary>The provider that keeps the fund.</summary>
    public required long ProviderId { get; init; }

    public required string Person { get; init; }

    public required string Provider { get; init; }

    public required string Council { get; init; }

    public required string CouncilContact { get; init; }

    public required string PurchaseOrder { get; init; }

    public required string FundingOption { get; init; }

    public required LocalDate YearStartsOn { get; init; }

    public required bool Pictures { get; init; }

    /// <summary>The names of those who approved draws on contingency, by their ids.</summary>
    public required ImmutableSortedDictionary<string, string> Names { get; init; }

    public required StatementSeal Seal { get; init; }

    /// <summary>The terms that hold on the day asked for; none where the fund has none by then.</summary>
    public required FundTerms? Terms { get; init; }

    public static async Task<StatementSubject?> ReadAsync(NpgsqlConnection connection, int fund, LocalDate day, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection) { Parameters = { new() { Value = fund }, new() { Value = day.ToDateOnly() } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return !await row.ReadAsync(cancellation) ? null : new()
        {
            ProviderId = row.GetInt64(12),
            Person = row.GetString(0),
            Provider = row.GetString(1),
            Council = row.GetString(2),
            CouncilContact = row.GetString(3),
            PurchaseOrder = row.GetString(4),
            FundingOption = row.GetString(5),
            YearStartsOn = LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(6)),
            Pictures = row.GetBoolean(7),
            Seal = new(row.GetInt32(8), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(9))),
            Terms = row.IsDBNull(10) ? null : TermsJson.Read(row.GetString(10)).Terms,
            Names = JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(row.GetString(11))!,
        };
    }

    public StatementHeader Header(int fund, FundTerms terms, StatementPeriod period, LocalDate issuedOn, IssuedStatement? last) => new()
    {
        Fund = fund,
        Number = (last?.Header.Number ?? 0) + 1,
        Person = Person,
        Provider = Provider,
        Council = Council,
        CouncilContact = CouncilContact,
        PurchaseOrder = PurchaseOrder,
        FundingOption = FundingOption,
        Period = period,
        YearFrom = YearOf(period.To),
        IssuedOn = issuedOn,
        DueOn = period.To.PlusDays(terms.Statement.DueDays),
        Pictures = Pictures,
        Names = Names,
        Terms = terms,
        PreviousSeq = last?.Seal.Seq,
    };

    /// <summary>The fund's year that a day lies in starts on the last anniversary of its first day.</summary>
    private LocalDate YearOf(LocalDate day)
    {
        var start = YearStartsOn.PlusYears(day.Year - YearStartsOn.Year);
        return start <= day ? start : YearStartsOn.PlusYears(day.Year - YearStartsOn.Year - 1);
    }
}
