using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Ledger;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Funds;

/// <summary>A question to the ledger's own tables, which are no entities: they are only ever read in sums and lists.</summary>
internal static class LedgerQuery
{
    public static async Task<List<T>> ListAsync<T>(
        this RosteringContext database, string sql, IEnumerable<NpgsqlParameter> parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await database.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)database.Database.GetDbConnection());
            command.Parameters.AddRange(parameters.ToArray());
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            List<T> rows = [];
            while (await reader.ReadAsync(cancellation))
                rows.Add(read(reader));
            return rows;
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    public static Money Money(this NpgsqlDataReader row, string column) => new(row.GetInt64(row.GetOrdinal(column)));

    public static Minutes Minutes(this NpgsqlDataReader row, string column) => new(row.GetInt64(row.GetOrdinal(column)));

    public static int Number(this NpgsqlDataReader row, string column) => row.GetInt32(row.GetOrdinal(column));

    public static bool Flag(this NpgsqlDataReader row, string column) => row.GetBoolean(row.GetOrdinal(column));

    public static string Text(this NpgsqlDataReader row, string column) => row.GetString(row.GetOrdinal(column));

    public static string? TextOrNull(this NpgsqlDataReader row, string column) => row.Value<string>(column);

    public static int? NumberOrNull(this NpgsqlDataReader row, string column) => row.IsDBNull(row.GetOrdinal(column)) ? null : row.Number(column);

    public static LocalDate Day(this NpgsqlDataReader row, string column) => LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(row.GetOrdinal(column)));

    public static LocalDate? DayOrNull(this NpgsqlDataReader row, string column) => row.IsDBNull(row.GetOrdinal(column)) ? null : row.Day(column);

    public static Instant Instant(this NpgsqlDataReader row, string column) => NodaTime.Instant.FromDateTimeUtc(row.GetDateTime(row.GetOrdinal(column)));

    /// <summary>The members of enumerations are called in the database as in C#, but in snake case.</summary>
    public static T Name<T>(this NpgsqlDataReader row, string column)
        where T : struct, Enum => Labels.Parse<T>(row.Text(column));

    private static T? Value<T>(this NpgsqlDataReader row, string column)
        where T : class => row.IsDBNull(row.GetOrdinal(column)) ? null : row.GetFieldValue<T>(row.GetOrdinal(column));
}
