using System.Security.Cryptography;

namespace Rostering.Ledger.Verification;

/// <summary>
/// Follows one fund's entries in their order, from the first, and says of each whether it is the one that was recorded: the
/// sequence without a gap, the chain of hashes, lines that balance, and running balances that are the sum of all before.
/// </summary>
public sealed class ChainVerifier : IDisposable
{
    private readonly CanonicalText text = new();
    private readonly byte[] head = new byte[SHA256.HashSizeInBytes];
    private readonly byte[] computed = new byte[SHA256.HashSizeInBytes];
    private readonly long[] balances = new long[Labels.Count<Account>() * Labels.Count<Unit>()];

    /// <summary>The number of the last entry.</summary>
    public int Seq { get; private set; }

    /// <summary>The hash of the last entry.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>When the last entry was recorded, in microseconds since the start of 1970.</summary>
    public long RecordedAt { get; private set; }

    /// <summary>Goes on to another fund.</summary>
    public void Start()
    {
        Seq = 0;
        RecordedAt = long.MinValue;
        Array.Clear(head);
        Array.Clear(balances);
    }

    /// <summary>What the fund's entries so far add up to on an account.</summary>
    public long Balance(Account account, Unit unit) => balances[Place(account, unit)];

    /// <summary>Takes the next entry with its postings in the order of their lines; after a finding there is no next one.</summary>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Finding? Add(in StoredEntry entry, ReadOnlySpan<StoredPosting> lines)
    {
        var expected = Seq + 1;
        if (entry.Seq != expected)
            return new Finding(entry.Fund, Math.Min(entry.Seq, expected), $"entry {expected} is missing; entry {entry.Seq} stands in its place");

        if ((FaultOfTime(entry) ?? FaultOfLines(lines) ?? FaultOfHash(entry, lines)) is { } fault)
            return new Finding(entry.Fund, entry.Seq, fault);

        Seq = entry.Seq;
        RecordedAt = entry.RecordedAt;
        entry.Hash.CopyTo(head);
        return null;
    }

    public void Dispose() => text.Dispose();

    private static int Place(Account account, Unit unit) => ((int)account * Labels.Count<Unit>()) + (int)unit;

    private string? FaultOfTime(in StoredEntry entry) => entry.RecordedAt < RecordedAt ? "it was recorded before the entry that it follows" : null;

    private string? FaultOfHash(in StoredEntry entry, ReadOnlySpan<StoredPosting> lines)
    {
        text.Hash(head, entry, lines, computed);
        return entry.Hash.SequenceEqual(computed)
            ? null
            : $"its hash is {Convert.ToHexStringLower(entry.Hash)}, but the entry and all before it come to {Convert.ToHexStringLower(computed)}";
    }

    private string? FaultOfLines(ReadOnlySpan<StoredPosting> lines)
    {
        if (lines.Length < 2)
            return $"it has {lines.Length} postings, and balances with 2 or more alone";

        Int128 pence = 0, minutes = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            ref readonly var line = ref lines[at];
            // Sums wrap round where a forged amount is beyond all measure; the hash does not agree with one anyway.
            ref var balance = ref balances[Place(line.Account, line.Unit)];
            balance = unchecked(balance + line.Amount);
            if (line.Balance != balance)
                return $"posting {at + 1} says that {Labels.Text(line.Account)} came to {line.Balance} {Labels.Text(line.Unit)}, but all postings come to {balance}";
            if (line.Unit == Unit.Gbp)
                pence += line.Amount;
            else
                minutes += line.Amount;
        }

        return pence == 0 && minutes == 0 ? null : $"it does not balance: {pence} pence and {minutes} minutes over";
    }
}
