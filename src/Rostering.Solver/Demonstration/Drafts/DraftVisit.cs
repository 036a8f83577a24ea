using System.Collections.Immutable;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>A visit in minutes after the week's start.</summary>
internal sealed record DraftVisit
{
    /// <summary>Given when the visit enters the book.</summary>
    public VisitId Id { get; init; }
    public required VisitKind Kind { get; init; }
    public required Service Service { get; init; }
    public required Place Place { get; init; }
    public required ImmutableArray<DraftPerson> People { get; init; }
    public required int Start { get; init; }
    public required int Minutes { get; init; }

    /// <summary>Minutes by which the start may move either way.</summary>
    public int Flex { get; init; }
    public int Workers { get; init; } = 1;
    public int GradeMin { get; init; } = 1;
    public bool SpecialHazard { get; init; }
    public required Need Need { get; init; }
    public required ImmutableArray<Competency> Competencies { get; init; }
    public string? Outing { get; init; }

    public int Day => Start / WeekCalendar.Day;
    public bool IsNight => Kind is VisitKind.Sleepover or VisitKind.WakingNight;

    /// <summary>In three hours with one person there is a time for tea; in a visit of an hour there is not.</summary>
    public bool BreakInside => Minutes >= 180;
}
