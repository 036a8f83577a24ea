namespace Rostering.CpSat.Model;

/// <summary>
/// An immutable set of integers, kept as sorted closed intervals with a gap between neighbours.
/// <see cref="long.MinValue"/> and <see cref="long.MaxValue"/> stand for minus and plus infinity.
/// </summary>
public sealed class Domain : IEquatable<Domain>
{
    private readonly long[] bounds;

    /// <summary>The single value.</summary>
    public Domain(long value)
        : this(value, value)
    {
    }

    /// <summary>Every value from <paramref name="min"/> to <paramref name="max"/>, both included; empty where min exceeds max.</summary>
    public Domain(long min, long max)
        : this(min <= max ? [min, max] : [])
    {
    }

    private Domain(long[] bounds) => this.bounds = bounds;

    /// <summary>Whether no value is left.</summary>
    public bool IsEmpty => bounds.Length == 0;

    /// <summary>The smallest value.</summary>
    /// <exception cref="InvalidOperationException">The domain is empty.</exception>
    public long Min => IsEmpty ? throw EmptyHasNoBounds() : bounds[0];

    /// <summary>The largest value.</summary>
    /// <exception cref="InvalidOperationException">The domain is empty.</exception>
    public long Max => IsEmpty ? throw EmptyHasNoBounds() : bounds[^1];

    /// <summary>How many values there are, held at <see cref="long.MaxValue"/> where there are more.</summary>
    public long Size
    {
        get
        {
            var size = Int128.Zero;
            for (var i = 0; i < bounds.Length; i += 2)
                size += (Int128)bounds[i + 1] - bounds[i] + 1;

            return (long)Int128.Min(size, long.MaxValue);
        }
    }

    /// <summary>Every integer.</summary>
    public static Domain AllValues() => new(long.MinValue, long.MaxValue);

    /// <summary>Exactly these values, in any order, repeated or not.</summary>
    public static Domain FromValues(IEnumerable<long> values) => Normalised(values.Select(value => (value, value)));

    /// <summary>The union of [min, max] pairs, in any order; a pair with min above max is empty.</summary>
    /// <exception cref="ArgumentException">An interval does not have exactly two bounds.</exception>
    public static Domain FromIntervals(IEnumerable<long[]> intervals) => Normalised(intervals.Select(interval =>
        interval is [var min, var max]
            ? (min, max)
            : throw new ArgumentException(
                $"An interval has {interval.Length} bounds, [{string.Join(", ", interval)}]; give it two, [min, max].",
                nameof(intervals))));

    /// <summary>The union of intervals written one after the other: min0, max0, min1, max1, …</summary>
    /// <exception cref="ArgumentException">The number of bounds is odd.</exception>
    public static Domain FromFlatIntervals(IEnumerable<long> flatIntervals) => FromIntervals(flatIntervals.Chunk(2));

    /// <summary>Whether <paramref name="value"/> belongs to the set.</summary>
    public bool Contains(long value)
    {
        var found = Array.BinarySearch(bounds, value);
        // Where it is no bound itself, it lies inside an interval when a max follows it: an odd place.
        return found >= 0 || (~found & 1) == 1;
    }

    /// <summary>The bounds, one interval after the other: min0, max0, min1, max1, …</summary>
    public IReadOnlyList<long> FlattenedIntervals() => bounds;

    /// <summary>Every integer that is not in the set.</summary>
    public Domain Complement()
    {
        var complement = new List<long>();
        var next = long.MinValue;
        for (var i = 0; i < bounds.Length; i += 2)
        {
            if (bounds[i] > next)
                complement.AddRange([next, bounds[i] - 1]);
            if (bounds[i + 1] == long.MaxValue)
                return new Domain([.. complement]);
            next = bounds[i + 1] + 1;
        }

        return new Domain([.. complement, next, long.MaxValue]);
    }

    /// <summary>The values that are in both sets.</summary>
    public Domain IntersectionWith(Domain other)
    {
        var common = new List<long>();
        var (mine, theirs) = (0, 0);
        while (mine < bounds.Length && theirs < other.bounds.Length)
        {
            var min = Math.Max(bounds[mine], other.bounds[theirs]);
            var max = Math.Min(bounds[mine + 1], other.bounds[theirs + 1]);
            if (min <= max)
                common.AddRange([min, max]);
            if (bounds[mine + 1] < other.bounds[theirs + 1])
                mine += 2;
            else
                theirs += 2;
        }

        return new Domain([.. common]);
    }

    /// <summary>The values that are in either set.</summary>
    public Domain UnionWith(Domain other) => FromFlatIntervals(bounds.Concat(other.bounds));

    /// <summary>Every value moved by <paramref name="distance"/>; an infinite end stays infinite.</summary>
    /// <exception cref="OverflowException">A finite bound leaves the range of 64 bits.</exception>
    internal Domain ShiftedBy(long distance) =>
        distance == 0
            ? this
            : new Domain(Array.ConvertAll(bounds, bound => bound is long.MinValue or long.MaxValue ? bound : bound + distance));

    /// <inheritdoc/>
    public bool Equals(Domain? other) => other is not null && bounds.AsSpan().SequenceEqual(other.bounds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Domain);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var bound in bounds)
            hash.Add(bound);

        return hash.ToHashCode();
    }

    /// <summary>For reading, as OR-Tools prints it: <c>[0,3][7]</c>.</summary>
    public override string ToString() => IsEmpty
        ? "[]"
        : string.Concat(bounds.Chunk(2).Select(interval =>
            interval[0] == interval[1] ? $"[{interval[0]}]" : $"[{interval[0]},{interval[1]}]"));

    private static Domain Normalised(IEnumerable<(long Min, long Max)> intervals)
    {
        var flat = new List<long>();
        foreach (var (min, max) in intervals.Where(interval => interval.Min <= interval.Max).Order())
        {
            if (flat.Count > 0 && (flat[^1] == long.MaxValue || min <= flat[^1] + 1))
                flat[^1] = Math.Max(flat[^1], max);
            else
                flat.AddRange([min, max]);
        }

        return new Domain([.. flat]);
    }

    private static InvalidOperationException EmptyHasNoBounds() => new("An empty domain has no bounds; ask IsEmpty first.");
}
