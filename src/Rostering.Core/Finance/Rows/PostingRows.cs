using Rostering.Ledger;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Rows;

/// <summary>Stands on one posting after another, in the order of entries and lines.</summary>
internal sealed class PostingRows(CopyRows rows) : LedgerRows(rows)
{
    private static readonly string Columns = $"fund_id, seq, line, {NumberOf<Account>("account")}, {NumberOf<Unit>("unit")}, effective_on, amount, balance";

    public static string Query(string where, string order = "fund_id, seq, line") =>
        $"SELECT {Columns} FROM ledger.posting WHERE {where} ORDER BY {order}";

    public StoredPosting Current() => new(
        Rows.Int(0), Rows.Int(1), Rows.Short(2), (Account)Number(3), (Unit)Number(4), Rows.Int(5), Rows.Long(6), Rows.Long(7));

    /// <summary>An enum's value by its number here: PostgreSQL looks a name up in its catalogue for every row that it sends.</summary>
    private static string NumberOf<T>(string column)
        where T : struct, Enum =>
        $"CASE {column} {string.Join(' ', Enum.GetValues<T>().Select(value => $"WHEN '{Labels.Text(value)}' THEN {Convert.ToInt32(value, null)}"))} END";

    private int Number(int field) =>
        Rows.IntOrNull(field) ?? throw new FormatException("A posting is on an account or in a unit that this version does not know; use the version that wrote it.");
}
