using System.Globalization;
using System.Text;
using Rostering.Core.Finance.Rows;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Verify;

/// <summary>A table whose rows are chained, with the columns that their hashes are taken of, each as PostgreSQL writes it in JSON.</summary>
internal sealed class ChainedTable(string name, Func<CopyRows, string> title, params (string Name, Func<CopyRows, int, string?> Read)[] columns)
{
    public static readonly ChainedTable Fund = new("fund", _ => "its first or its last day",
        ("id", Int), ("holder", Text), ("opened_on", Day), ("closed_on", Day));

    public static readonly ChainedTable Terms = new("terms", row => $"version {row.Int(1)} of its terms",
        ("fund_id", Int), ("version", Int), ("effective_from", Day), ("content", Json), ("charge_agreed", Truth), ("bonus_agreed", Truth),
        ("reason", Text), ("recorded_by", Text), ("recorded_at", Time));

    public static readonly ChainedTable Deficit = new("deficit", row => $"agreed deficit {row.Int(1)}",
        ("fund_id", Int), ("number", Int), ("pence", Long), ("reason", Text), ("made_by", Text), ("checked_by", Text), ("recorded_at", Time));

    public static readonly ChainedTable Closing = new("closing", row => $"the closing through {Day(row, 1)}",
        ("fund_id", Int), ("through", Day), ("seq", Int), ("closed_by", Text), ("recorded_at", Time));

    public static readonly ChainedTable Remittance = new("remittance", row => $"remittance {row.Long(0)}",
        ("id", Long), ("payer", Text), ("reference", Text), ("received_on", Day), ("pence", Long), ("recorded_by", Text), ("recorded_at", Time));

    private const long LatestTime = 200_000_000_000_000_000;

    private static readonly DateOnly Year2000 = new(2000, 1, 1);

    /// <summary>What to select first of a row: its columns in their order, then its hash.</summary>
    public string Columns { get; } = string.Join(", ", columns.Select(column => column.Name).Append("hash"));

    public ChainedRow Row(CopyRows row) =>
        new(name, title(row), row.Text(columns.Length).ToArray(), [.. columns.Select((column, at) => KeyValuePair.Create(column.Name, column.Read(row, at)))]);

    private static string? Int(CopyRows row, int field) => row.IntOrNull(field)?.ToString(CultureInfo.InvariantCulture);

    private static string? Long(CopyRows row, int field) => row.LongOrNull(field)?.ToString(CultureInfo.InvariantCulture);

    private static string Truth(CopyRows row, int field) => row.Truth(field) ? "true" : "false";

    private static string Text(CopyRows row, int field) => Encoding.UTF8.GetString(row.Text(field));

    private static string Json(CopyRows row, int field) => Encoding.UTF8.GetString(row.Json(field));

    // A day or a time beyond the calendar can only be a forgery; whatever stands for it here, the hash will not agree.
    private static string? Day(CopyRows row, int field) => row.IntOrNull(field) is { } days
        ? DateOnly.FromDayNumber((int)Math.Clamp((long)Year2000.DayNumber + days, 0, DateOnly.MaxValue.DayNumber)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private static string Time(CopyRows row, int field) =>
        DateTime.UnixEpoch.AddMicroseconds(Math.Clamp(row.Time(field), 0, LatestTime)).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'+00:00'", CultureInfo.InvariantCulture);
}
