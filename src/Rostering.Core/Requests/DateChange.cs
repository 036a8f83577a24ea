using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Core.Requests;

/// <summary>What is different about a request on one date: it is called off, it is otherwise than on other weeks' days, or it is extra.</summary>
public sealed record DateChange
{
    public required RequestId Request { get; init; }
    public required LocalDate Date { get; init; }

    /// <summary>The support of the date; <c>null</c> where it is called off.</summary>
    public DateSupport? Instead { get; init; }
}

/// <summary>Support on one date. What is left out is as the request says.</summary>
public sealed record DateSupport
{
    public required LocalTime EarliestStart { get; init; }
    public required LocalTime LatestStart { get; init; }
    public LocalTime? WantedStart { get; init; }
    public required int Minutes { get; init; }
    public PlaceId? Place { get; init; }
    public int? Workers { get; init; }
}
