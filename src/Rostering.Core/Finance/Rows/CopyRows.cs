using System.Buffers.Binary;

namespace Rostering.Core.Finance.Rows;

/// <summary>
/// Reads the rows of PostgreSQL's binary COPY format out of one buffer, without an object for any of them. What it gives is
/// good until the next row.
/// </summary>
internal sealed class CopyRows(Stream stream) : IDisposable
{
    private const int HeaderSize = 19;
    private const int Trailer = -1;
    private const long MicrosecondsFrom1970To2000 = 946_684_800_000_000;

    private byte[] buffer = new byte[1 << 16];
    private (int Offset, int Length)[] fields = new (int, int)[32];
    private int start;
    private int end;
    private int read;
    private bool headerIsRead;

    /// <summary>Goes on to the next row, if there is one.</summary>
    public bool Next()
    {
        if (!headerIsRead)
        {
            read = start;
            Take(HeaderSize);
            headerIsRead = true;
        }

        start += read;
        read = 0;
        var count = BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));
        if (count == Trailer)
            return false;

        if (count > fields.Length)
            System.Array.Resize(ref fields, count);
        for (var at = 0; at < count; at++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
            fields[at] = (read, length);
            Take(Math.Max(0, length));
        }

        return true;
    }

    /// <summary>A text, as UTF-8; empty where there is none.</summary>
    public ReadOnlySpan<byte> Text(int field)
    {
        var (offset, length) = fields[field];
        return length <= 0 ? [] : buffer.AsSpan(start + offset, length);
    }

    /// <summary>The text of a jsonb, without the number of its format before it.</summary>
    public ReadOnlySpan<byte> Json(int field) => Text(field)[1..];

    public CopyArray Array(int field) => new(Text(field));

    public bool Truth(int field) => Text(field)[0] != 0;

    public int Short(int field) => BinaryPrimitives.ReadInt16BigEndian(Text(field));

    /// <summary>A number, or a day counted from 1 January 2000.</summary>
    public int Int(int field) => BinaryPrimitives.ReadInt32BigEndian(Text(field));

    public int? IntOrNull(int field) => fields[field].Length < 0 ? null : Int(field);

    public long Long(int field) => BinaryPrimitives.ReadInt64BigEndian(Text(field));

    public long? LongOrNull(int field) => fields[field].Length < 0 ? null : Long(field);

    /// <summary>A time in microseconds since the start of 1970; the least number stands for minus infinity.</summary>
    public long Time(int field) => Long(field) is var time and not long.MinValue ? unchecked(time + MicrosecondsFrom1970To2000) : long.MinValue;

    public void Dispose() => stream.Dispose();

    private ReadOnlySpan<byte> Take(int size)
    {
        while (end - start - read < size)
            Fill(size);
        read += size;
        return buffer.AsSpan(start + read - size, size);
    }

    private void Fill(int size)
    {
        if (buffer.Length - start - read < size)
        {
            var whole = read + size > buffer.Length / 2 ? new byte[2 * (read + size)] : buffer;
            buffer.AsSpan(start, end - start).CopyTo(whole);
            buffer = whole;
            end -= start;
            start = 0;
        }

        var arrived = stream.Read(buffer, end, buffer.Length - end);
        end += arrived > 0 ? arrived : throw new EndOfStreamException("The database ended a copy before its last row.");
    }
}
