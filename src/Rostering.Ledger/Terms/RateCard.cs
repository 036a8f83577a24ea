using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Ledger.Terms;

/// <summary>Prices by name, each from a day on: a change never touches what was before.</summary>
public sealed record RateCard(ImmutableArray<DatedRate> Rates)
{
    /// <summary>The pence of a rate on a day, or <c>null</c> where it has none yet.</summary>
    public long? On(string name, LocalDate day) => Rates.Where(rate => rate.Name == name && rate.From <= day).MaxBy(rate => rate.From)?.Pence;

    /// <summary>What so many units of a rate cost on a day.</summary>
    /// <exception cref="ArgumentException">The rate has no price on that day.</exception>
    public Money Cost(string name, LocalDate day, int units) => On(name, day) is { } pence
        ? new(pence * units)
        : throw new ArgumentException($"rate: '{name}' has no price on {day:R}; add a line to the rate card that starts by then.");
}

/// <summary>What a unit of a rate costs from a day on, such as a mile or an hour.</summary>
public sealed record DatedRate(string Name, LocalDate From, long Pence);
