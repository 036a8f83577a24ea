namespace Rostering.Ledger.Verification;

/// <summary>What the database keeps of a fund beside its entries and postings, all of which must follow from those.</summary>
public sealed class FundRecord
{
    public required int Fund { get; init; }

    public required bool IsPerson { get; init; }

    /// <summary>The day that the fund was opened on; this and the other days are counted from 1 January 2000.</summary>
    public required int OpenedOn { get; init; }

    public int? ClosedOn { get; init; }

    public required int LockedThrough { get; init; }

    public int? Terms { get; init; }

    public int? TermsFrom { get; init; }

    public required int Seq { get; init; }

    public required ReadOnlyMemory<byte> Head { get; init; }

    /// <summary>When the last entry was recorded, in microseconds since the start of 1970.</summary>
    public required long RecordedAt { get; init; }

    /// <summary>
    /// The balances of all accounts in pence, then in minutes, in the order of <see cref="Account"/> and nothing where the fund
    /// has no such account; then how far the main balance may be overdrawn.
    /// </summary>
    public IList<long?> Balances { get; } = [];

    public IList<StoredTranche> Tranches { get; } = [];

    /// <summary>In the order of their days.</summary>
    public IList<StoredClosing> Closings { get; } = [];

    /// <summary>The days that the versions of the fund's terms hold from, by version.</summary>
    public IDictionary<int, int> TermsVersions { get; } = new SortedDictionary<int, int>();

    /// <summary>The rows of its own days, its terms, its deficits and its closings, those of one table in their order.</summary>
    public IList<ChainedRow> Rows { get; } = [];

    /// <summary>The overdrafts that were agreed in pence, by number.</summary>
    public IDictionary<int, long> Deficits { get; } = new SortedDictionary<int, long>();
}

/// <summary>An account as the database's chart has it.</summary>
/// <param name="Slot">Its place among a fund's balances, from 1.</param>
public readonly record struct ChartAccount(bool IsPerson, Account Account, Unit Unit, int Side, bool IsFloored, int Slot);

/// <summary>What is left of a tranche.</summary>
public readonly record struct StoredTranche(int Seq, long Pence, long Minutes);

/// <summary>A closed period: the last entry that it knew, and the balances that it closed with.</summary>
public sealed record StoredClosing(int Through, int Seq)
{
    public IDictionary<(Account Account, Unit Unit), long> Balances { get; } = new Dictionary<(Account, Unit), long>();
}

/// <summary>That one entry resolves, reverses or mirrors another.</summary>
public readonly record struct StoredLink(int Fund, int Seq, LinkRole Role, int ByFund, int BySeq);

/// <summary>How an entry refers to another.</summary>
public enum LinkRole
{
    /// <summary>It resolves the other's commitment.</summary>
    Resolves,

    /// <summary>It undoes the other.</summary>
    Reverses,

    /// <summary>It is the gift that the other gives.</summary>
    Twin,
}
