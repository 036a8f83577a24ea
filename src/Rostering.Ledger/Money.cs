namespace Rostering.Ledger;

/// <summary>An amount of money in whole pence; arithmetic that overflows throws.</summary>
public readonly record struct Money(long Pence) : IComparable<Money>
{
    public static Money Zero => default;

    public static Money operator +(Money a, Money b) => new(checked(a.Pence + b.Pence));

    public static Money operator -(Money a, Money b) => new(checked(a.Pence - b.Pence));

    public static Money operator -(Money a) => new(checked(-a.Pence));

    public static bool operator <(Money a, Money b) => a.Pence < b.Pence;

    public static bool operator >(Money a, Money b) => a.Pence > b.Pence;

    public static bool operator <=(Money a, Money b) => a.Pence <= b.Pence;

    public static bool operator >=(Money a, Money b) => a.Pence >= b.Pence;

    public static Money Min(Money a, Money b) => a < b ? a : b;

    public static Money Max(Money a, Money b) => a > b ? a : b;

    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>Divides the amount in proportion to weights, exact to the penny.</summary>
    /// <exception cref="ArgumentException">No weight is above nought, or one is below.</exception>
    public IReadOnlyList<Money> Split(params IReadOnlyList<long> weights) => [.. LargestRemainder.Split(Pence, weights).Select(pence => new Money(pence))];

    /// <summary>Pounds and pence as people read them, such as £1,234.50 or -£0.07.</summary>
    public override string ToString()
    {
        var size = Int128.Abs(Pence);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(Pence < 0 ? "-" : "")}£{size / 100:#,##0}.{size % 100:00}");
    }
}
