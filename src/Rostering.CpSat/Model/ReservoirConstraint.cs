using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>
/// A level that starts at 0 and changes at events stays between two limits at all times. Before the first event only
/// the limits' own order matters, so the smaller must be at most 0 and the larger at least 0.
/// </summary>
public sealed class ReservoirConstraint : Constraint
{
    internal ReservoirConstraint(CpModel model, long minLevel, long maxLevel)
        : base(model, new ConstraintProto { Reservoir = new ReservoirConstraintProto { MinLevel = minLevel, MaxLevel = maxLevel } })
    {
    }

    /// <summary>At <paramref name="time"/> the level changes by <paramref name="levelChange"/>.</summary>
    public ReservoirConstraint AddEvent(LinearExpr time, long levelChange) => AddOptionalEvent(time, levelChange, Model.TrueLiteral());

    /// <summary>The same, if <paramref name="active"/> is true.</summary>
    public ReservoirConstraint AddOptionalEvent(LinearExpr time, long levelChange, ILiteral active)
    {
        Proto.Reservoir.TimeExprs.Add(Model.Affine(time, "The time of a reservoir event"));
        Proto.Reservoir.LevelChanges.Add(new LinearExpressionProto { Offset = levelChange });
        Proto.Reservoir.ActiveLiterals.Add(Model.IndexOf(active));
        return this;
    }
}
