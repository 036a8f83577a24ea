using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <content>Intervals and what is said of them.</content>
public sealed partial class CpModel
{
    /// <summary>An interval with <paramref name="start"/> + <paramref name="size"/> = <paramref name="end"/>.</summary>
    public IntervalVar NewIntervalVar(LinearExpr start, LinearExpr size, LinearExpr end, string name = "")
    {
        Add(start + size == end);
        return PostInterval(start, size, end, name);
    }

    /// <summary>An interval of a known length.</summary>
    public IntervalVar NewFixedSizeIntervalVar(LinearExpr start, long size, string name = "") =>
        PostInterval(start, size, start + size, name);

    /// <summary>An interval that is there only if <paramref name="isPresent"/> is true.</summary>
    public IntervalVar NewOptionalIntervalVar(LinearExpr start, LinearExpr size, LinearExpr end, ILiteral isPresent, string name = "")
    {
        Add(start + size == end).OnlyEnforceIf(isPresent);
        return PostInterval(start, size, end, name, isPresent);
    }

    /// <summary>An interval of a known length that is there only if <paramref name="isPresent"/> is true.</summary>
    public IntervalVar NewOptionalFixedSizeIntervalVar(LinearExpr start, long size, ILiteral isPresent, string name = "") =>
        PostInterval(start, size, start + size, name, isPresent);

    /// <summary>No two of the intervals that are present overlap.</summary>
    public Constraint AddNoOverlap(params IEnumerable<IntervalVar> intervals)
    {
        var noOverlap = new NoOverlapConstraintProto();
        noOverlap.Intervals.AddRange(intervals.Select(IndexOf));
        return Post(new ConstraintProto { NoOverlap = noOverlap });
    }

    /// <summary>No two rectangles overlap; to be given the rectangles.</summary>
    public NoOverlap2dConstraint AddNoOverlap2D() => new(this);

    /// <summary>The demands at any moment add up to at most <paramref name="capacity"/>; to be given the demands.</summary>
    public CumulativeConstraint AddCumulative(LinearExpr capacity) => new(this, capacity);

    /// <summary>A level that starts at 0 stays between the two limits; to be given its events.</summary>
    public ReservoirConstraint AddReservoirConstraint(long minLevel, long maxLevel) => new(this, minLevel, maxLevel);

    private IntervalVar PostInterval(LinearExpr start, LinearExpr size, LinearExpr end, string name, params IEnumerable<ILiteral> presence)
    {
        var proto = new ConstraintProto
        {
            Name = name,
            Interval = new IntervalConstraintProto
            {
                Start = Affine(start, $"The start of interval '{name}'"),
                Size = Affine(size, $"The size of interval '{name}'"),
                End = Affine(end, $"The end of interval '{name}'"),
            },
        };
        AddLiterals(proto.EnforcementLiteral, presence);
        return new IntervalVar(this, proto, start, size, end);
    }
}
