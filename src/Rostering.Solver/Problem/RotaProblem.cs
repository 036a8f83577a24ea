using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem;

/// <summary>
/// One provider's week, complete: everything the rota depends on and nothing else. Immutable. Times are local to <see cref="Zone"/>;
/// money is whole pence; durations are whole minutes. The prepared problem holds the same week as integers.
/// </summary>
public sealed record RotaProblem
{
    /// <summary>Version of the file format. This is version 1.</summary>
    public required int Format { get; init; }

    /// <summary>Name of the provider, as printed on the rota.</summary>
    public required string Provider { get; init; }

    /// <summary>First day of the week, a Monday.</summary>
    public required LocalDate WeekStart { get; init; }

    /// <summary>Time zone of every local time in the problem.</summary>
    public string Zone { get; init; } = "Europe/London";

    /// <summary>Councils that award the funds.</summary>
    public ImmutableArray<Council> Councils { get; init; } = [];

    /// <summary>Service teams.</summary>
    public ImmutableArray<ServiceTeam> Teams { get; init; } = [];

    /// <summary>Places of support and homes.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>People supported.</summary>
    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>Individual service funds, with what this week may use.</summary>
    public ImmutableArray<Fund> Funds { get; init; } = [];

    /// <summary>Support workers.</summary>
    public ImmutableArray<Worker> Workers { get; init; } = [];

    /// <summary>Visits of the week.</summary>
    public ImmutableArray<Visit> Visits { get; init; } = [];

    /// <summary>Relations between visits: the same start, or one after another.</summary>
    public ImmutableArray<VisitLink> Links { get; init; } = [];

    /// <summary>Assignments a person has fixed by hand.</summary>
    public ImmutableArray<Pin> Pins { get; init; } = [];

    /// <summary>The rota people already hold, if one is published.</summary>
    public PublishedRota? Published { get; init; }

    /// <summary>Travel speeds, services and prices.</summary>
    public required TravelTerms Travel { get; init; }

    /// <summary>Bands of the week that carry a pay premium.</summary>
    public ImmutableArray<PayBand> PayBands { get; init; } = [];

    /// <summary>Limits of law and of house rules, dated and sourced.</summary>
    public ImmutableArray<RuleParameter> Parameters { get; init; } = [];

    /// <summary>What each soft objective weighs, by rule key, in points per unit (1,000 points are one penny).</summary>
    public ImmutableDictionary<string, long> Weights { get; init; } = ImmutableDictionary<string, long>.Empty;
}
