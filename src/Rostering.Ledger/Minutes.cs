namespace Rostering.Ledger;

/// <summary>A length of support in whole minutes; arithmetic that overflows throws.</summary>
public readonly record struct Minutes(long Count) : IComparable<Minutes>
{
    public static Minutes Zero => default;

    public static Minutes operator +(Minutes a, Minutes b) => new(checked(a.Count + b.Count));

    public static Minutes operator -(Minutes a, Minutes b) => new(checked(a.Count - b.Count));

    public static Minutes operator -(Minutes a) => new(checked(-a.Count));

    public static bool operator <(Minutes a, Minutes b) => a.Count < b.Count;

    public static bool operator >(Minutes a, Minutes b) => a.Count > b.Count;

    public static bool operator <=(Minutes a, Minutes b) => a.Count <= b.Count;

    public static bool operator >=(Minutes a, Minutes b) => a.Count >= b.Count;

    public int CompareTo(Minutes other) => Count.CompareTo(other.Count);

    /// <summary>Divides the time in proportion to weights, exact to the minute.</summary>
    /// <exception cref="ArgumentException">No weight is above nought, or one is below.</exception>
    public IReadOnlyList<Minutes> Split(params IReadOnlyList<long> weights) => [.. LargestRemainder.Split(Count, weights).Select(count => new Minutes(count))];

    /// <summary>Hours and minutes as people read them, such as 7 h or 1 h 30 min.</summary>
    public override string ToString()
    {
        var size = Int128.Abs(Count);
        var sign = Count < 0 ? "-" : "";
        return (size / 60, size % 60) switch
        {
            (var hours, var minutes) when minutes == 0 => $"{sign}{hours} h",
            (var hours, var minutes) when hours == 0 => $"{sign}{minutes} min",
            var (hours, minutes) => $"{sign}{hours} h {minutes} min",
        };
    }
}
