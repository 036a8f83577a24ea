using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <content>Linear constraints and the arithmetic ones.</content>
public sealed partial class CpModel
{
    /// <summary>The comparison holds.</summary>
    public Constraint Add(BoundedLinearExpression comparison) =>
        AddLinearExpressionInDomain(comparison.Expression, comparison.Domain);

    /// <summary><paramref name="lowerBound"/> ≤ <paramref name="expression"/> ≤ <paramref name="upperBound"/>.</summary>
    public Constraint AddLinearConstraint(LinearExpr expression, long lowerBound, long upperBound) =>
        AddLinearExpressionInDomain(expression, new Domain(lowerBound, upperBound));

    /// <summary>The value of <paramref name="expression"/> belongs to <paramref name="domain"/>; to an empty one it cannot.</summary>
    public Constraint AddLinearExpressionInDomain(LinearExpr expression, Domain domain)
    {
        var terms = scratch.Read(expression);
        var linear = new LinearConstraintProto();
        terms.WriteTo(linear.Vars, linear.Coeffs);
        linear.Domain.AddRange(domain.ShiftedBy(-terms.Offset).FlattenedIntervals());
        return Post(new ConstraintProto { Linear = linear });
    }

    /// <summary><paramref name="target"/> is the smallest of <paramref name="expressions"/>.</summary>
    public Constraint AddMinEquality(LinearExpr target, params IEnumerable<LinearExpr> expressions) =>
        AddMaxEquality(-target, expressions.Select(expression => -expression));

    /// <summary><paramref name="target"/> is the largest of <paramref name="expressions"/>.</summary>
    public Constraint AddMaxEquality(LinearExpr target, params IEnumerable<LinearExpr> expressions)
    {
        var max = new LinearArgumentProto { Target = Linear(target) };
        max.Exprs.AddRange(expressions.Select(Linear));
        return Post(new ConstraintProto { LinMax = max });
    }

    /// <summary><paramref name="target"/> = |<paramref name="expression"/>|.</summary>
    public Constraint AddAbsEquality(LinearExpr target, LinearExpr expression) => AddMaxEquality(target, expression, -expression);

    /// <summary><paramref name="target"/> = <paramref name="numerator"/> ÷ <paramref name="denominator"/>, rounded towards zero.</summary>
    public Constraint AddDivisionEquality(LinearExpr target, LinearExpr numerator, LinearExpr denominator) =>
        Post(new ConstraintProto { IntDiv = Arithmetic("division", target, [numerator, denominator]) });

    /// <summary>
    /// <paramref name="target"/> = <paramref name="expression"/> mod <paramref name="modulus"/>, with the sign of the
    /// expression, as <c>%</c> has it; the modulus must be positive.
    /// </summary>
    public Constraint AddModuloEquality(LinearExpr target, LinearExpr expression, LinearExpr modulus) =>
        Post(new ConstraintProto { IntMod = Arithmetic("modulo", target, [expression, modulus]) });

    /// <summary><paramref name="target"/> is the product of <paramref name="expressions"/>.</summary>
    public Constraint AddMultiplicationEquality(LinearExpr target, params IEnumerable<LinearExpr> expressions) =>
        Post(new ConstraintProto { IntProd = Arithmetic("product", target, expressions) });

    private LinearArgumentProto Arithmetic(string operation, LinearExpr target, IEnumerable<LinearExpr> expressions)
    {
        var argument = new LinearArgumentProto { Target = Affine(target, $"The result of a {operation}") };
        argument.Exprs.AddRange(expressions.Select(expression => Affine(expression, $"An operand of a {operation}")));
        return argument;
    }
}
