using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>No two of the rectangles, each the product of two intervals, overlap.</summary>
public sealed class NoOverlap2dConstraint : Constraint
{
    internal NoOverlap2dConstraint(CpModel model)
        : base(model, new ConstraintProto { NoOverlap2D = new NoOverlap2DConstraintProto() })
    {
    }

    /// <summary>Adds a rectangle; it is present when both intervals are.</summary>
    public NoOverlap2dConstraint AddRectangle(IntervalVar xInterval, IntervalVar yInterval)
    {
        Proto.NoOverlap2D.XIntervals.Add(Model.IndexOf(xInterval));
        Proto.NoOverlap2D.YIntervals.Add(Model.IndexOf(yInterval));
        return this;
    }
}
