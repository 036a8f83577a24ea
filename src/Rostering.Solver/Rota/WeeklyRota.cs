using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Rota;

/// <summary>A rota: for each covered visit its start and its workers. A visit that is not listed is uncovered. Immutable.</summary>
public sealed record WeeklyRota
{
    /// <summary>Version of the file format. This is version 1.</summary>
    public required int Format { get; init; }

    /// <summary>Assignments in order of start, then visit.</summary>
    public required ImmutableArray<Assignment> Assignments { get; init; }
}

/// <summary>A visit with its start and the workers who make it.</summary>
public sealed record Assignment
{
    public required VisitId Visit { get; init; }
    public required LocalDateTime Start { get; init; }
    public required ImmutableArray<WorkerId> Workers { get; init; }
}
