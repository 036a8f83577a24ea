using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Staff;

/// <summary>A post in a team, before somebody holds it.</summary>
internal sealed record Post
{
    public required Service Service { get; init; }

    /// <summary>Position in the team, from 0.</summary>
    public required int Number { get; init; }
    public required ContractKind Kind { get; init; }
    public required bool Night { get; init; }
    public required bool Young { get; init; }
    public required AbsenceKind? Away { get; init; }

    /// <summary>Hours against those of others in the team: a full post counts about twice a sessional one (assumed).</summary>
    public int Share => Young ? 2 : Kind switch
    {
        ContractKind.Permanent => 13,
        ContractKind.Annualised => 12,
        ContractKind.VariableHours => 10,
        ContractKind.PartTimeFlex or ContractKind.Agency => 8,
        ContractKind.Sessional or ContractKind.ZeroHours => 6,
        _ => throw new InvalidOperationException($"Contract kind {Kind} has no share; give it one."),
    };
}
