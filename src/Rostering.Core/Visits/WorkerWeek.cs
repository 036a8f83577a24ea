using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;

namespace Rostering.Core.Visits;

/// <summary>A worker's own week as it was published and as it stands now.</summary>
public sealed record WorkerWeek
{
    public required string Worker { get; init; }
    public required LocalDate Monday { get; init; }
    public required Instant PublishedAt { get; init; }

    /// <summary>The seven days, Monday first, also those without a visit.</summary>
    public required ImmutableArray<WorkerDay> Days { get; init; }
    public required WeekHours Hours { get; init; }
}

/// <summary>A day of a worker's week.</summary>
public sealed record WorkerDay(LocalDate Date, ImmutableArray<WorkerVisit> Visits);

/// <summary>A visit as its worker needs to know it.</summary>
public sealed record WorkerVisit
{
    public required string Id { get; init; }
    public required LocalDateTime Start { get; init; }
    public required LocalDateTime End { get; init; }
    public required VisitKind Kind { get; init; }
    public required VisitState State { get; init; }
    public required string Place { get; init; }
    public required string Locality { get; init; }
    public required ImmutableArray<string> People { get; init; }

    /// <summary>The workers who make the visit as well.</summary>
    public required ImmutableArray<string> With { get; init; }

    /// <summary>How the worker gets there and what of it is paid.</summary>
    public required Approach Before { get; init; }

    /// <summary>The way home after it, in minutes, where it is the last before a rest.</summary>
    public int? HomeMinutes { get; init; }

    public Instant? CameAt { get; init; }
    public Instant? LeftAt { get; init; }
}

/// <summary>What lies before a visit: the way there, and the wait.</summary>
/// <param name="FromHome">The worker sets out from home; the way is not paid.</param>
/// <param name="WaitPaid">The wait is paid; otherwise it is a split.</param>
public sealed record Approach(bool FromHome, int TravelMinutes, int WaitMinutes, bool WaitPaid);

/// <summary>The hours of a worker's week, in minutes.</summary>
/// <param name="Paid">All that is paid: visits, journeys between them, short waits and top-ups.</param>
/// <param name="TopUp">Paid on top of short engagements.</param>
public sealed record WeekHours(int Paid, int Visits, int Travel, int Waiting, int TopUp, int Contracted);
