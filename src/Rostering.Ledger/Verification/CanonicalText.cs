using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace Rostering.Ledger.Verification;

/// <summary>
/// The bytes that an entry's hash is taken of: the hash of the entry before, then the entry's own text. It is written here
/// from scratch, and not by PostgreSQL, so that the one checks the other.
/// </summary>
internal sealed class CanonicalText : IDisposable
{
    private const int LongestNumber = 20;

    private static readonly int Year2000 = new DateOnly(2000, 1, 1).DayNumber;

    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[4096];
    private int length;

    /// <summary>The hash that an entry must have after one that has the hash <paramref name="previous"/>.</summary>
    public void Hash(ReadOnlySpan<byte> previous, in StoredEntry entry, ReadOnlySpan<StoredPosting> lines, Span<byte> hash)
    {
        length = 0;
        Append(previous);
        AppendNumber(entry.Fund);
        AppendNext(entry.Seq);
        AppendNext(entry.Kind);
        AppendNextDay(entry.EffectiveOn);
        AppendNext(entry.RecordedAt);
        AppendNext(entry.Terms);
        AppendNext(entry.Resolves);
        AppendNext(entry.Reverses);
        AppendNext(entry.Tranche);
        AppendNext(entry.TwinFund);
        AppendNext(entry.TwinSeq);
        AppendNextDay(entry.RelatesTo);
        AppendNext(entry.Remittance);
        AppendNext(entry.Key);
        AppendNext(entry.Evidence);
        AppendNext(entry.MadeBy);
        AppendNext(entry.CheckedBy);
        AppendNextHex(entry.RequestHash);
        AppendLines(lines);
        AppendNext(entry.Detail);
        digest.AppendData(buffer, 0, length);
        digest.GetHashAndReset(hash);
    }

    public void Dispose() => digest.Dispose();

    /// <summary>Accounts, units and amounts, each as PostgreSQL prints an array.</summary>
    private void AppendLines(ReadOnlySpan<StoredPosting> lines)
    {
        Append("|{"u8);
        for (var at = 0; at < lines.Length; at++)
            AppendItem(at, Labels.Of(lines[at].Account));
        Append("}{"u8);
        for (var at = 0; at < lines.Length; at++)
            AppendItem(at, Labels.Of(lines[at].Unit));
        Append("}{"u8);
        for (var at = 0; at < lines.Length; at++)
        {
            AppendItem(at, []);
            AppendNumber(lines[at].Amount);
        }

        Append("}"u8);
    }

    private void AppendItem(int at, ReadOnlySpan<byte> item)
    {
        if (at > 0)
            Append(","u8);
        Append(item);
    }

    private void AppendNext(ReadOnlySpan<byte> text)
    {
        Append("|"u8);
        Append(text);
    }

    private void AppendNext(long? number)
    {
        Append("|"u8);
        if (number is { } some)
            AppendNumber(some);
    }

    private void AppendNextDay(int? daysSince2000)
    {
        Append("|"u8);
        if (daysSince2000 is not { } days)
            return;

        // A day beyond the calendar can only be a forgery; whatever stands for it here, the hash will not agree.
        var number = Math.Clamp((long)Year2000 + days, 0, DateOnly.MaxValue.DayNumber);
        Reserve(LongestNumber);
        DateOnly.FromDayNumber((int)number).TryFormat(buffer.AsSpan(length), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        length += written;
    }

    private void AppendNextHex(ReadOnlySpan<byte> bytes)
    {
        Append("|"u8);
        Reserve(2 * bytes.Length);
        Convert.TryToHexStringLower(bytes, buffer.AsSpan(length), out var written);
        length += written;
    }

    private void AppendNumber(long number)
    {
        Reserve(LongestNumber);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(length), out var written);
        length += written;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    private void Reserve(int more)
    {
        if (buffer.Length - length < more)
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, length + more));
    }
}
