using Rostering.Ledger;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Rows;

/// <summary>Stands on one entry after another, in the order of funds and numbers.</summary>
internal sealed class EntryRows(CopyRows rows) : LedgerRows(rows)
{
    public static string Query(string where, string order = "fund_id, seq") =>
        $"""
        SELECT fund_id, seq, kind, effective_on, recorded_at, terms, resolves, reverses, tranche, twin_fund, twin_seq, relates_to, remittance,
          key, evidence, made_by, checked_by, detail, request_hash, hash, accounts, units, amounts, balances
        FROM ledger.entry WHERE {where} ORDER BY {order}
        """;

    public long RecordedAt => Rows.Time(4);

    public StoredEntry Current() => new()
    {
        Fund = Rows.Int(0),
        Seq = Rows.Int(1),
        Kind = Rows.Text(2),
        EffectiveOn = Rows.Int(3),
        RecordedAt = Rows.Time(4),
        Terms = Rows.IntOrNull(5),
        Resolves = Rows.IntOrNull(6),
        Reverses = Rows.IntOrNull(7),
        Tranche = Rows.IntOrNull(8),
        TwinFund = Rows.IntOrNull(9),
        TwinSeq = Rows.IntOrNull(10),
        RelatesTo = Rows.IntOrNull(11),
        Remittance = Rows.LongOrNull(12),
        Key = Rows.Text(13),
        Evidence = Rows.Text(14),
        MadeBy = Rows.Text(15),
        CheckedBy = Rows.Text(16),
        Detail = Rows.Json(17),
        RequestHash = Rows.Text(18),
        Hash = Rows.Text(19),
    };

    /// <summary>Puts the entry's postings in the place of those that <paramref name="lines"/> holds.</summary>
    /// <returns>Whether they are whole: an account, a unit, an amount and a balance for each.</returns>
    public bool ReadLines(List<StoredPosting> lines)
    {
        CopyArray accounts = Rows.Array(20), units = Rows.Array(21), amounts = Rows.Array(22), balances = Rows.Array(23);
        lines.Clear();
        if (accounts.Count < 0 || units.Count != accounts.Count || amounts.Count != accounts.Count || balances.Count != accounts.Count)
            return false;
        for (var line = 0; line < accounts.Count; line++)
            lines.Add(new StoredPosting(Labels.Parse<Account>(accounts.Next()), Labels.Parse<Unit>(units.Next()), amounts.NextLong(), balances.NextLong()));
        return true;
    }
}
