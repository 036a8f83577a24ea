using Npgsql;
using Rostering.Ledger.Statements;

namespace Rostering.Core.Finance.Statements;

/// <summary>A statement as it was issued: its header, its seal and the hash of its standard edition as HTML.</summary>
public sealed record IssuedStatement(StatementHeader Header, StatementSeal Seal, string StandardHash)
{
    private const string Columns = "select header::text, ledger_seq, ledger_hash, standard_hash from statement";

    /// <summary>The statement computed afresh from the ledger, as far as its seal reaches.</summary>
    internal async Task<Statement> ComputeAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        Statement.Of(Header, Seal, await FundEntries.ReadAsync(connection, Header.Fund, Seal.Seq, Header.Period.To, cancellation));

    internal static Task<IssuedStatement?> NumberedAsync(NpgsqlConnection connection, int fund, int number, CancellationToken cancellation) =>
        FirstAsync(new($"{Columns} where fund_id = $1 and number = $2", connection) { Parameters = { new() { Value = fund }, new() { Value = number } } }, cancellation);

    internal static Task<IssuedStatement?> ForAsync(NpgsqlConnection connection, int fund, StatementPeriod period, CancellationToken cancellation) =>
        FirstAsync(new($"{Columns} where fund_id = $1 and period_from = $2 and period_to = $3", connection)
        {
            Parameters = { new() { Value = fund }, new() { Value = period.From.ToDateOnly() }, new() { Value = period.To.ToDateOnly() } },
        }, cancellation);

    internal static Task<IssuedStatement?> LastAsync(NpgsqlConnection connection, int fund, CancellationToken cancellation) =>
        FirstAsync(new($"{Columns} where fund_id = $1 order by number desc limit 1", connection) { Parameters = { new() { Value = fund } } }, cancellation);

    internal static async Task<IReadOnlyList<IssuedStatement>> AllAsync(NpgsqlConnection connection, int? fund, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Columns} where $1::integer is null or fund_id = $1 order by fund_id, number", connection)
        {
            Parameters = { new() { Value = (object?)fund ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var statements = new List<IssuedStatement>();
        while (await reader.ReadAsync(cancellation))
            statements.Add(Of(reader));
        return statements;
    }

    private static async Task<IssuedStatement?> FirstAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var disposed = command;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Of(reader) : null;
    }

    private static IssuedStatement Of(NpgsqlDataReader row) => new(
        HeaderJson.Read(row.GetString(0)), new(row.GetInt32(1), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2))), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(3)));
}
