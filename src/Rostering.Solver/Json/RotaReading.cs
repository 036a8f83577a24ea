using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Json;

/// <summary>What reading a rota file gave: the rota where all is well, else everything that is wrong with the file.</summary>
public sealed record RotaReading(WeeklyRota? Rota, ImmutableArray<ProblemError> Errors)
{
    /// <summary>True when the rota may be used.</summary>
    [MemberNotNullWhen(true, nameof(Rota))]
    public bool IsValid => Rota is not null;
}
