namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The labels of a path search, layer by layer: of those that agree on all that the future hangs on, the cheapest is kept.
/// Memory is kept from search to search.
/// </summary>
internal sealed class RowLabels
{
    private const int MostPerLayer = 1 << 15;
    private const int Slots = MostPerLayer * 4;
    private readonly int[] slots = new int[Slots];
    private readonly int[] stamps = new int[Slots];
    private int stamp;
    private int first;
    private ulong[] keys = new ulong[1024];
    private double[] costs = new double[1024];
    private int[] parents = new int[1024];
    private ulong[] uses = new ulong[1024];
    private byte[] shifts = new byte[1024];

    /// <summary>Labels so far.</summary>
    public int Count { get; private set; }

    public ulong Key(int label) => keys[label];

    public double Cost(int label) => costs[label];

    public int Parent(int label) => parents[label];

    public ulong Uses(int label) => uses[label];

    public byte Shift(int label) => shifts[label];

    /// <summary>Forgets all.</summary>
    public void Clear() => (Count, first, stamp) = (0, 0, stamp + 1);

    /// <summary>Begins a layer: labels put in from now on are compared with each other only.</summary>
    public void NewLayer() => (first, stamp) = (Count, stamp + 1);

    /// <summary>Puts a label in unless one with the same key is as cheap.</summary>
    public void Offer(ulong key, double cost, int parent, ulong use, byte shift)
    {
        int slot = unchecked((int)((key * 0x9E3779B97F4A7C15UL) >> 40)) & (Slots - 1);
        while (stamps[slot] == stamp)
        {
            int there = slots[slot];
            if (keys[there] == key)
            {
                if (cost < costs[there])
                {
                    (costs[there], parents[there], uses[there], shifts[there]) = (cost, parent, use, shift);
                }

                return;
            }

            slot = (slot + 1) & (Slots - 1);
        }

        if (Count - first < MostPerLayer)
        {
            (stamps[slot], slots[slot]) = (stamp, Count);
            Append(key, cost, parent, use, shift);
        }
    }

    private void Append(ulong key, double cost, int parent, ulong use, byte shift)
    {
        if (Count == keys.Length)
        {
            Array.Resize(ref keys, Count * 2);
            Array.Resize(ref costs, Count * 2);
            Array.Resize(ref parents, Count * 2);
            Array.Resize(ref uses, Count * 2);
            Array.Resize(ref shifts, Count * 2);
        }

        (keys[Count], costs[Count], parents[Count], uses[Count], shifts[Count]) = (key, cost, parent, use, shift);
        Count++;
    }
}
