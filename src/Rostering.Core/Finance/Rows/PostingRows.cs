using Rostering.Ledger;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Rows;

/// <summary>Stands on one posting after another, in the order of entries and lines.</summary>
internal sealed class PostingRows(CopyRows rows) : LedgerRows(rows)
{
    public static string Query(string where, string order = "fund_id, seq, line") =>
        $"SELECT fund_id, seq, line, account, unit, effective_on, amount, balance FROM ledger.posting WHERE {where} ORDER BY {order}";

    public StoredPosting Current() => new(
        Rows.Int(0), Rows.Int(1), Rows.Short(2), Labels.Parse<Account>(Rows.Text(3)), Labels.Parse<Unit>(Rows.Text(4)), Rows.Int(5), Rows.Long(6), Rows.Long(7));
}
