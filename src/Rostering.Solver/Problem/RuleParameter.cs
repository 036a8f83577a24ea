using NodaTime;

namespace Rostering.Solver.Problem;

/// <summary>
/// One limit of law or of house rules, effective-dated and known-from-dated, with its source. The value in force is the one whose
/// dates hold the week's first day, and of several the one known last.
/// </summary>
public sealed record RuleParameter
{
    /// <summary>Key, as in <see cref="ParameterKeys"/>.</summary>
    public required string Key { get; init; }
    public string Jurisdiction { get; init; } = "GB";
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Last day in force; <c>null</c> while in force.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>Day from which the value was known (rates may be back-dated).</summary>
    public required LocalDate KnownFrom { get; init; }
    public required long Value { get; init; }
    public required string Source { get; init; }

    /// <summary>Who confirmed the value against its source; <c>null</c> while unverified.</summary>
    public string? ReviewedBy { get; init; }
}

/// <summary>A part of the week that carries a premium over basic pay.</summary>
public sealed record PayBand
{
    public required string Name { get; init; }

    /// <summary>Day the band belongs to.</summary>
    public required IsoDayOfWeek Day { get; init; }
    public required LocalTime From { get; init; }

    /// <summary>End of the band; midnight means the end of the day.</summary>
    public required LocalTime To { get; init; }

    /// <summary>Premium over basic pay in thousandths (100 is 10 %).</summary>
    public required int PremiumPermille { get; init; }

    /// <summary>Counts as unsocial hours.</summary>
    public bool Unsocial { get; init; }
}
