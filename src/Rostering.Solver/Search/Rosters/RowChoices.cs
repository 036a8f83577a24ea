using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Of each set of shifts of a layer those that are worth trying: the cheapest without a limit, and those with one that are cheaper. Labels are
/// told apart by the uses of shifts that the present row has used up, in tiers. Uses left of other limited shifts are carried along in the
/// bits of one word: where they turn out to bind, the row found is legal, but not surely the best.
/// </summary>
internal sealed class RowChoices(int shifts)
{
    // A bit that is always set stands for the uses left of all that is not carried along.
    private const ulong Endless = 1UL << 63;
    private readonly RowUse[] uses = new RowUse[shifts];
    private RowChoice[] list = [];
    private int[] starts = [];

    /// <summary>Tiers that there may be at most: more find better rows, at a price in time.</summary>
    public int MostTiers { get; set; } = 8;

    /// <summary>Combinations of uses that labels are told apart by.</summary>
    public int Tiers { get; private set; }

    /// <summary>Uses left of each shift that is carried along.</summary>
    public ulong Left { get; private set; }

    /// <summary>Whether any shift is carried along.</summary>
    public bool AnyCarried => Left != Endless;

    /// <summary>Looks at the limits that the days could pass, the scarcest first.</summary>
    public void Begin(RowCosts row, ReadOnlySpan<byte> cells, int from, int to)
    {
        Array.Fill(uses, new RowUse(Endless, 0, 0, 0));
        (Left, Tiers) = (Endless, 1);
        int bit = 0;
        foreach (ShiftLimit limit in row.Limits)
        {
            int used = cells.Count((byte)limit.Shift);
            int left = Math.Max(0, limit.Max - used + cells[from..(to + 1)].Count((byte)limit.Shift));
            int width = BitOperations.Log2((uint)left) + 1;
            if (left > to - from)
            {
                continue;
            }

            if (used >= limit.Max && Tiers * (left + 1) <= MostTiers)
            {
                uses[limit.Shift] = new RowUse(Endless, 0, Tiers, left + 1);
                Tiers *= left + 1;
            }
            else if (bit + width < 64)
            {
                uses[limit.Shift] = new RowUse(((1UL << width) - 1) << bit, 1UL << bit, 0, 0);
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
            (cheapest, least) = !uses[shift].IsLimited && prices[shift] < least ? (shift, prices[shift]) : (cheapest, least);
        }

        if (cheapest >= 0)
        {
            list[count++] = new RowChoice((byte)cheapest, least, uses[cheapest]);
        }

        for (ulong rest = set; rest != 0; rest &= rest - 1)
        {
            int shift = BitOperations.TrailingZeroCount(rest);
            if (uses[shift].IsLimited && prices[shift] < least)
            {
                list[count++] = new RowChoice((byte)shift, prices[shift], uses[shift]);
            }
        }

        return count;
    }
}

/// <summary>A shift that is worth trying.</summary>
internal readonly record struct RowChoice(byte Shift, double Price, RowUse Use);

/// <summary>How the uses of a shift are counted.</summary>
/// <param name="Mask">Bits of the uses left of it.</param>
/// <param name="One">One use in those bits.</param>
/// <param name="Step">Tiers that a use goes up.</param>
/// <param name="Radix">One more than the uses that tiers tell apart; nothing where tiers do not count it.</param>
internal readonly record struct RowUse(ulong Mask, ulong One, int Step, int Radix)
{
    public bool IsLimited => One != 0 || Radix != 0;

    /// <summary>Whether a label of a tier may use it once more.</summary>
    public bool Fits(int tier) => Radix == 0 || (tier / Step % Radix) + 1 < Radix;
}
