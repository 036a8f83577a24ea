using System.Collections.Immutable;

namespace Rostering.Solver.Demonstration;

/// <summary>
/// Repeatable chance (SplitMix64). <see cref="Random"/> does not promise the same numbers in the next version of .NET; a demonstration
/// week that changes with the platform would make old figures incomparable.
/// </summary>
public sealed class Dice
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state;

    private Dice(ulong state) => this.state = state;

    public static Dice Of(DemonstrationProvider provider, int seed) => new(Hash($"{provider}/{seed}"));

    /// <summary>Independent dice for one purpose, so that a change in one table does not shift every other draw.</summary>
    public Dice Fork(string purpose) => new(Mix(state ^ Hash(purpose)));

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of <paramref name="from"/>, each as likely as its weight.</summary>
    public T PickWeighted<T>(IReadOnlyList<Weighted<T>> from)
    {
        var left = Below(from.Sum(choice => choice.Weight));
        foreach (var choice in from)
        {
            left -= choice.Weight;
            if (left < 0)
                return choice.Value;
        }

        throw new ArgumentException("Weights sum to nothing; give at least one choice a weight above 0.", nameof(from));
    }

    public ImmutableArray<T> Shuffled<T>(IEnumerable<T> from)
    {
        var items = from.ToArray();
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }

        return [.. items];
    }

    /// <summary>Up to <paramref name="count"/> different items of <paramref name="from"/>.</summary>
    public ImmutableArray<T> Some<T>(IEnumerable<T> from, int count) => [.. Shuffled(from).Take(count)];

    private ulong Next()
    {
        state = unchecked(state + Step);
        return Mix(state);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>FNV-1a: <see cref="string.GetHashCode()"/> differs from run to run.</summary>
    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 0x100000001B3);
        return hash;
    }
}

/// <summary>A choice and how likely it is among its neighbours.</summary>
public readonly record struct Weighted<T>(T Value, int Weight);
