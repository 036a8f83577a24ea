using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Agreements;

/// <summary>Reads what holds for a fund on a day, and every version of its terms.</summary>
public sealed class ReadFundTerms(LedgerConnections ledger)
{
    private const string Sql = "select version, effective_from, reason, access.name_of(recorded_by), recorded_at from ledger.terms where fund_id = $1 order by version desc";

    /// <summary>One version of a fund's terms.</summary>
    public sealed record Version(int Number, LocalDate From, string Reason, string RecordedBy, Instant RecordedAt);

    /// <summary>The terms of the day, or <c>null</c> before the first, and all versions, the newest first.</summary>
    public sealed record Result(FundTerms? Terms, ImmutableArray<Version> Versions);

    public async Task<Result> HandleAsync(int fund, LocalDate on, CancellationToken cancellation)
    {
        await using var connection = await ledger.Source.OpenConnectionAsync(cancellation);
        var positions = await ReadPositions.HandleAsync(connection, [fund], on, cancellation);
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = fund } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var versions = ImmutableArray.CreateBuilder<Version>();
        while (await row.ReadAsync(cancellation))
            versions.Add(new(row.GetInt32(0), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)), row.GetString(2), row.GetString(3), Instant.FromDateTimeUtc(row.GetDateTime(4))));
        return new Result(positions.GetValueOrDefault(fund)?.Terms, versions.ToImmutable());
    }
}
