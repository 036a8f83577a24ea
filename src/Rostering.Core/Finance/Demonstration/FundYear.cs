using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>All that happens to one fund in a demonstration year, in order.</summary>
public sealed record FundYear
{
    /// <summary>The money that arrived for it; entries refer to these numbers in place of the database's.</summary>
    public required ImmutableArray<Arrival> Arrivals { get; init; }

    public required ImmutableArray<YearStep> Steps { get; init; }

    /// <summary>What was asked of the fund and refused, as a demonstration of that too.</summary>
    public required ImmutableArray<Refusal> Refusals { get; init; }

    /// <summary>Where the fund stands in the end.</summary>
    public required FundPosition Position { get; init; }

    /// <summary>The key of the last entry.</summary>
    public required string? LastKey { get; init; }

    public IEnumerable<JournalEntry> Entries => Steps.OfType<YearStep.Post>().SelectMany(step => step.Entries);
}

/// <summary>One step of a fund's year.</summary>
public abstract record YearStep
{
    private YearStep()
    {
    }

    /// <summary>Entries are posted, together.</summary>
    public sealed record Post(ImmutableArray<JournalEntry> Entries) : YearStep;

    /// <summary>The books are closed up to a day.</summary>
    public sealed record Close(LocalDate Through) : YearStep;
}

/// <summary>Money that arrived, as the bank shows it.</summary>
public sealed record Arrival(long Number, string Payer, string Reference, LocalDate On, Money Amount);
