using Google.Protobuf.Collections;
using Rostering.CpSat.Proto;
using Kind = Rostering.CpSat.Proto.ConstraintProto.ConstraintOneofCase;

namespace Rostering.CpSat.Model;

/// <summary>What a constraint refers to, whatever its kind.</summary>
internal static class ConstraintReferences
{
    public static IEnumerable<int> Variables(ConstraintProto constraint) => constraint.ConstraintCase switch
    {
        Kind.Linear => constraint.Linear.Vars,
        Kind.Inverse => constraint.Inverse.FDirect.Concat(constraint.Inverse.FInverse),
        _ => Expressions(constraint).SelectMany(expression => expression.Vars),
    };

    public static IEnumerable<int> Literals(ConstraintProto constraint) =>
        constraint.EnforcementLiteral.Concat(ArgumentLiterals(constraint));

    public static IEnumerable<int> Intervals(ConstraintProto constraint) => constraint.ConstraintCase switch
    {
        Kind.NoOverlap => constraint.NoOverlap.Intervals,
        Kind.NoOverlap2D => constraint.NoOverlap2D.XIntervals.Concat(constraint.NoOverlap2D.YIntervals),
        Kind.Cumulative => constraint.Cumulative.Intervals,
        _ => [],
    };

    public static IEnumerable<LinearExpressionProto> Expressions(ConstraintProto constraint) => constraint.ConstraintCase switch
    {
        Kind.IntDiv => constraint.IntDiv.Exprs.Append(constraint.IntDiv.Target),
        Kind.IntMod => constraint.IntMod.Exprs.Append(constraint.IntMod.Target),
        Kind.IntProd => constraint.IntProd.Exprs.Append(constraint.IntProd.Target),
        Kind.LinMax => constraint.LinMax.Exprs.Append(constraint.LinMax.Target),
        Kind.AllDiff => constraint.AllDiff.Exprs,
        Kind.Element => [constraint.Element.LinearIndex, constraint.Element.LinearTarget, .. constraint.Element.Exprs],
        Kind.Table => constraint.Table.Exprs,
        Kind.Automaton => constraint.Automaton.Exprs,
        Kind.Reservoir => constraint.Reservoir.TimeExprs,
        Kind.Interval => [constraint.Interval.Start, constraint.Interval.Size, constraint.Interval.End],
        Kind.Cumulative => constraint.Cumulative.Demands.Append(constraint.Cumulative.Capacity),
        _ => [],
    };

    public static IEnumerable<(int Variables, int Coefficients)> TermCounts(ConstraintProto constraint) =>
        constraint.Linear is { } linear
            ? [(linear.Vars.Count, linear.Coeffs.Count)]
            : Expressions(constraint).Select(expression => (expression.Vars.Count, expression.Coeffs.Count));

    private static RepeatedField<int> ArgumentLiterals(ConstraintProto constraint) => constraint.ConstraintCase switch
    {
        Kind.BoolOr => constraint.BoolOr.Literals,
        Kind.BoolAnd => constraint.BoolAnd.Literals,
        Kind.BoolXor => constraint.BoolXor.Literals,
        Kind.AtMostOne => constraint.AtMostOne.Literals,
        Kind.ExactlyOne => constraint.ExactlyOne.Literals,
        Kind.Circuit => constraint.Circuit.Literals,
        Kind.Routes => constraint.Routes.Literals,
        Kind.Reservoir => constraint.Reservoir.ActiveLiterals,
        _ => [],
    };
}
