using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Of each set of shifts of a layer those that are worth trying: the cheapest whose uses are not counted, and those counted that are cheaper.
/// Uses left are counted in bits of one word, so the best label of a kind may have used up a shift that another has left: where limits bind,
/// the row found is legal, but not surely the best.
/// </summary>
internal sealed class RowChoices(int shifts)
{
    // A bit that is always set stands for the uses left of all that is not counted.
    private const ulong Endless = 1UL << 63;
    private readonly ulong[] masks = new ulong[shifts];
    private readonly ulong[] ones = new ulong[shifts];
    private RowChoice[] list = [];
    private int[] starts = [];

    /// <summary>Uses left of each shift that is counted.</summary>
    public ulong Left { get; private set; }

    /// <summary>Whether any shift is counted.</summary>
    public bool AnyCounted => Left != Endless;

    /// <summary>Counts those shifts whose limits the days could pass.</summary>
    public void Begin(RosterContract contract, ReadOnlySpan<byte> cells, int from, int to)
    {
        Array.Fill(masks, Endless);
        Array.Clear(ones);
        Left = Endless;
        int bit = 0;
        foreach (ShiftLimit limit in contract.Limits)
        {
            int left = Math.Max(0, limit.Max - cells[..from].Count((byte)limit.Shift) - cells[(to + 1)..].Count((byte)limit.Shift));
            int width = BitOperations.Log2((uint)left) + 1;
            if (left <= to - from && bit + width < 64)
            {
                masks[limit.Shift] = ((1UL << width) - 1) << bit;
                ones[limit.Shift] = 1UL << bit;
                Left |= (ulong)left << bit;
                bit += width;
            }
        }
    }

    /// <summary>Looks at the prices of a day.</summary>
    public void Choose(RowLayer layer, ReadOnlySpan<double> prices)
    {
        if (starts.Length <= layer.Sets.Length)
        {
            (starts, list) = (new int[layer.Sets.Length + 1], new RowChoice[layer.Sets.Length * shifts]);
        }

        int count = 0;
        for (int set = 0; set < layer.Sets.Length; set++)
        {
            starts[set] = count;
            count = Choose(layer.Sets[set], prices, count);
        }

        starts[layer.Sets.Length] = count;
    }

    /// <summary>What is worth trying of a set.</summary>
    public ReadOnlySpan<RowChoice> Of(int set) => list.AsSpan(starts[set]..starts[set + 1]);

    private int Choose(ulong set, ReadOnlySpan<double> prices, int count)
    {
        (int cheapest, double least) = (-1, double.PositiveInfinity);
        for (ulong rest = set; rest != 0; rest &= rest - 1)
        {
            int shift = BitOperations.TrailingZeroCount(rest);
            (cheapest, least) = masks[shift] == Endless && prices[shift] < least ? (shift, prices[shift]) : (cheapest, least);
        }

        if (cheapest >= 0)
        {
            list[count++] = new RowChoice((byte)cheapest, least, Endless, 0);
        }

        for (ulong rest = set; rest != 0; rest &= rest - 1)
        {
            int shift = BitOperations.TrailingZeroCount(rest);
            if (masks[shift] != Endless && prices[shift] < least)
            {
                list[count++] = new RowChoice((byte)shift, prices[shift], masks[shift], ones[shift]);
            }
        }

        return count;
    }
}

/// <summary>A shift that is worth trying.</summary>
/// <param name="Mask">Bits of the uses left of it.</param>
/// <param name="One">One use.</param>
internal readonly record struct RowChoice(byte Shift, double Price, ulong Mask, ulong One);
