using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Packages;

/// <summary>A new person's request as it comes in by telephone: who, with what money, what support and from when.</summary>
public sealed record PackageRequest
{
    public required string Name { get; init; }
    public required TeamId Team { get; init; }
    public required CouncilId Council { get; init; }

    /// <summary>A known place that the person lives at, or close enough to plan journeys by.</summary>
    public required PlaceId Near { get; init; }

    /// <summary>The person's own address; <c>null</c> where they live at the known place itself.</summary>
    public string? Address { get; init; }

    /// <summary>What the fund may give in a week, in pence.</summary>
    public required long WeeklyPence { get; init; }

    /// <summary>Support time agreed for a week, in minutes; <c>null</c> where only money limits.</summary>
    public long? WeeklyMinutes { get; init; }

    public required LocalDate From { get; init; }
    public required Need Need { get; init; }

    /// <summary>Workers needed at once.</summary>
    public required int Workers { get; init; }
    public ImmutableArray<Competency> Competencies { get; init; } = [];

    /// <summary>What the law allows the person to ask of a worker, with the reason.</summary>
    public ImmutableArray<LawfulRequirement> Requirements { get; init; } = [];

    /// <summary>When, week after week; each becomes a request of its own.</summary>
    public required ImmutableArray<RequestTime> Times { get; init; }
}
