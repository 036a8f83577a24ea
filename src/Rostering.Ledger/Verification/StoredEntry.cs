namespace Rostering.Ledger.Verification;

/// <summary>
/// An entry as the database holds it. Its texts are UTF-8 in memory that its reader uses again, so that millions of entries
/// are verified without a string for any.
/// </summary>
public readonly ref struct StoredEntry
{
    public required int Fund { get; init; }

    public required int Seq { get; init; }

    public required ReadOnlySpan<byte> Kind { get; init; }

    /// <summary>Days since 1 January 2000.</summary>
    public required int EffectiveOn { get; init; }

    /// <summary>Microseconds since the start of 1970.</summary>
    public required long RecordedAt { get; init; }

    public int? Terms { get; init; }

    public int? Resolves { get; init; }

    public int? Reverses { get; init; }

    public int? Tranche { get; init; }

    public int? TwinFund { get; init; }

    public int? TwinSeq { get; init; }

    /// <summary>Days since 1 January 2000.</summary>
    public int? RelatesTo { get; init; }

    public long? Remittance { get; init; }

    public required ReadOnlySpan<byte> Key { get; init; }

    public required ReadOnlySpan<byte> Evidence { get; init; }

    public required ReadOnlySpan<byte> MadeBy { get; init; }

    public ReadOnlySpan<byte> CheckedBy { get; init; }

    /// <summary>JSON exactly as PostgreSQL prints it.</summary>
    public required ReadOnlySpan<byte> Detail { get; init; }

    public required ReadOnlySpan<byte> RequestHash { get; init; }

    public required ReadOnlySpan<byte> Hash { get; init; }
}

/// <summary>A posting as the database holds it: one line of an entry.</summary>
/// <param name="Balance">What its account came to with it.</param>
public readonly record struct StoredPosting(Account Account, Unit Unit, long Amount, long Balance);
