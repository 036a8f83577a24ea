using NodaTime;

namespace Rostering.Core.Finance;

/// <summary>That the whole ledger and every issued statement were verified, and what that came to. Never changed afterwards.</summary>
public sealed class LedgerVerification
{
    public long Id { get; init; }
    public required Instant StartedAt { get; init; }
    public required Instant FinishedAt { get; init; }
    public required int Funds { get; init; }
    public required long Entries { get; init; }
    public required long Postings { get; init; }

    /// <summary>How many issued statements were made again and compared.</summary>
    public required int Statements { get; init; }

    public required int Findings { get; init; }

    /// <summary>The first finding in words, if there is any.</summary>
    public required string? FirstFinding { get; init; }

    public bool IsSound => Findings == 0;
}
