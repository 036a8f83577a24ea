using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Solver.Json;

/// <summary>What reading a problem file gave: the problem where all is well, else everything that is wrong with the file.</summary>
public sealed record ProblemReading(RotaProblem? Problem, ImmutableArray<ProblemError> Errors)
{
    /// <summary>True when the problem may be used.</summary>
    [MemberNotNullWhen(true, nameof(Problem))]
    public bool IsValid => Problem is not null;
}
