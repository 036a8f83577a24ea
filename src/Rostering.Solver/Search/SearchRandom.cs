using System.Numerics;

namespace Rostering.Solver.Search;

/// <summary>The xoshiro256** generator (Blackman and Vigna 2018), seeded by SplitMix64: quick, and the same on every machine.</summary>
public sealed class SearchRandom
{
    private const double Unit = 1.0 / (1UL << 53);
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public SearchRandom(long seed)
    {
        ulong state = unchecked((ulong)seed);
        (a, b, c, d) = (Split(ref state), Split(ref state), Split(ref state), Split(ref state));
    }

    /// <summary>A whole number from 0 up to, and without, <paramref name="end"/>.</summary>
    public int Next(int end) => unchecked((int)(((Bits() >> 32) * (ulong)(uint)end) >> 32));

    /// <summary>A number from 0 up to, and without, 1.</summary>
    public double NextDouble() => (Bits() >> 11) * Unit;

    /// <summary>Puts the items in random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private ulong Bits()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(b * 5, 7) * 9;
            ulong shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = BitOperations.RotateLeft(d, 45);
            return result;
        }
    }

    private static ulong Split(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
