using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Rows;

/// <summary>Stands on one link after another, in the order of the entries that are referred to.</summary>
internal sealed class LinkRows(CopyRows rows) : LedgerRows(rows)
{
    public static string Query(string where) => $"SELECT fund_id, seq, role, by_fund, by_seq FROM ledger.link WHERE {where} ORDER BY fund_id, seq, role";

    public StoredLink Current() => new(Rows.Int(0), Rows.Int(1), Labels.Parse<LinkRole>(Rows.Text(2)), Rows.Int(3), Rows.Int(4));
}
