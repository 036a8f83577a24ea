using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem;

/// <summary>A service team: the workers and people that belong together.</summary>
public sealed record ServiceTeam
{
    public required TeamId Id { get; init; }
    public required string Name { get; init; }
}

/// <summary>A place on the national grid, in metres.</summary>
public sealed record Place
{
    public required PlaceId Id { get; init; }
    public required string Name { get; init; }
    public required string Locality { get; init; }
    public required int EastingMetres { get; init; }
    public required int NorthingMetres { get; init; }
}

/// <summary>A way of getting about.</summary>
public enum TravelMode { Walk, Bicycle, Bus, Car }

/// <summary>Travel by each mode, when buses run, and what a journey costs.</summary>
public sealed record TravelTerms
{
    /// <summary>Speeds and fixed minutes, one for each mode used.</summary>
    public required ImmutableArray<ModeTerms> Modes { get; init; }

    /// <summary>Road distance over straight distance, in thousandths (1,300 is 1.3).</summary>
    public required int DetourPermille { get; init; }

    /// <summary>First bus of each day, Monday first.</summary>
    public required ImmutableArray<LocalTime> FirstBus { get; init; }

    /// <summary>Last departure of each day, Monday first. A time at or before the first bus means the small hours of the next day.</summary>
    public required ImmutableArray<LocalTime> LastBus { get; init; }

    /// <summary>Paid for each mile driven between visits, in pence.</summary>
    public required int MileagePence { get; init; }

    /// <summary>Price of calling a taxi, in pence; <c>null</c> where the provider pays for none.</summary>
    public int? TaxiCallPence { get; init; }

    /// <summary>Price of each taxi mile, in pence.</summary>
    public int TaxiMilePence { get; init; }

    /// <summary>Measured times that replace the calculated ones.</summary>
    public ImmutableArray<MeasuredJourney> Measured { get; init; } = [];

    /// <summary>Where these figures come from, or that they are assumed.</summary>
    public required string Source { get; init; }
}

/// <summary>How a mode moves: minutes = fixed + distance ÷ speed.</summary>
public sealed record ModeTerms
{
    public required TravelMode Mode { get; init; }

    /// <summary>Metres covered in a minute.</summary>
    public required int MetresPerMinute { get; init; }

    /// <summary>Minutes every journey takes besides: parking, or walking to the stop and waiting there.</summary>
    public required int FixedMinutes { get; init; }

    /// <summary>Longest journey anyone is asked to make this way, in metres; <c>null</c> for no limit.</summary>
    public int? MetresMax { get; init; }
}

/// <summary>A journey whose time is known.</summary>
public sealed record MeasuredJourney
{
    public required PlaceId From { get; init; }
    public required PlaceId To { get; init; }
    public required TravelMode Mode { get; init; }
    public required int Minutes { get; init; }
}
