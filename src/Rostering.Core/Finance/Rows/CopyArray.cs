using System.Buffers.Binary;

namespace Rostering.Core.Finance.Rows;

/// <summary>Goes over the items of an array in PostgreSQL's binary format.</summary>
internal ref struct CopyArray
{
    private const int Header = 20;

    private ReadOnlySpan<byte> rest;

    public CopyArray(ReadOnlySpan<byte> array)
    {
        // Dimensions, whether there are nulls, the type of an item; then of each dimension its size and where it counts from.
        var dimensions = Number(array, 0);
        var isSimple = dimensions == 1 && Number(array, 4) == 0 && Number(array, 16) == 1;
        Count = isSimple ? Number(array, 12) : dimensions == 0 ? 0 : -1;
        rest = isSimple ? array[Header..] : [];
    }

    /// <summary>How many items there are; less than nought where it has several dimensions, nulls, or does not count from 1.</summary>
    public int Count { get; }

    /// <summary>Takes the next item.</summary>
    public ReadOnlySpan<byte> Next()
    {
        var length = Number(rest, 0);
        var item = rest.Slice(sizeof(int), length);
        rest = rest[(sizeof(int) + length)..];
        return item;
    }

    /// <summary>Takes the next item, which is a number.</summary>
    public long NextLong() => BinaryPrimitives.ReadInt64BigEndian(Next());

    private static int Number(ReadOnlySpan<byte> array, int at) => BinaryPrimitives.ReadInt32BigEndian(array[at..]);
}
