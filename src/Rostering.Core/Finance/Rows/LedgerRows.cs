namespace Rostering.Core.Finance.Rows;

/// <summary>Rows that begin with a fund and an entry, in the order of both.</summary>
internal abstract class LedgerRows : IDisposable
{
    protected LedgerRows(CopyRows rows)
    {
        Rows = rows;
        Next();
    }

    /// <summary>The fund of the row that this stands on; beyond all numbers after the last row.</summary>
    public long Fund { get; private set; }

    public int Seq { get; private set; }

    protected CopyRows Rows { get; }

    public void Next() => (Fund, Seq) = Rows.Next() ? (Rows.Int(0), Rows.Int(1)) : (long.MaxValue, 0);

    public void Dispose() => Rows.Dispose();
}
