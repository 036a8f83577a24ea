using System.Collections.Immutable;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>A person supported, before anyone has worked with them.</summary>
internal sealed class DraftPerson
{
    public required PersonId Id { get; init; }
    public required string Name { get; init; }
    public required Place Home { get; init; }
    public required Service Service { get; init; }
    public FundId Fund => new($"F-{Id.Value}");
    public ImmutableArray<LawfulRequirement> Requirements { get; init; } = [];

    /// <summary>Skills that whoever comes must have.</summary>
    public ImmutableArray<Competency> Needs { get; init; } = [];
    public bool KnownWorkersOnly { get; init; }
    public bool MoneyLimits { get; init; }
    public ImmutableArray<string> Interests { get; init; } = [];
    public HashSet<DraftPerson> IncompatibleWith { get; } = [];

    public bool Accepts(DraftWorker worker) => Requirements.All(requirement => requirement.Kind switch
    {
        RequirementKind.Gender => requirement.Value == worker.Gender,
        _ => worker.Languages.Contains(requirement.Value),
    });
}
