using System.Globalization;
using System.Runtime.CompilerServices;

namespace Rostering.CpSat.Model;

/// <summary>
/// An integer linear expression: a constant plus a sum of variables with coefficients. Operators build a tree in
/// constant time each, and the tree is flattened once, when a model takes it; so a long chain of <c>+</c> costs no
/// more than its length. For sums of many terms <see cref="WeightedSum(IEnumerable{LinearExpr}, IEnumerable{long})"/>
/// or <see cref="NewBuilder"/> also spare the memory of the tree.
/// Arithmetic is exact: what leaves 64 bits throws <see cref="OverflowException"/>.
/// </summary>
public abstract partial class LinearExpr
{
    private protected LinearExpr()
    {
    }

    /// <summary>A number, where an expression is expected.</summary>
    public static implicit operator LinearExpr(long value) => Constant(value);

    public static LinearExpr operator +(LinearExpr left, LinearExpr right) => new PlusExpr(left, right, 1);

    public static LinearExpr operator -(LinearExpr left, LinearExpr right) => new PlusExpr(left, right, -1);

    public static LinearExpr operator -(LinearExpr operand) => Term(operand, -1);

    public static LinearExpr operator *(LinearExpr operand, long factor) => Term(operand, factor);

    public static LinearExpr operator *(long factor, LinearExpr operand) => Term(operand, factor);

    public static BoundedLinearExpression operator ==(LinearExpr left, LinearExpr right) =>
        BoundedLinearExpression.Compare(left, right, value => new Domain(value));

    public static BoundedLinearExpression operator !=(LinearExpr left, LinearExpr right) =>
        BoundedLinearExpression.Compare(left, right, value => new Domain(value).Complement());

    public static BoundedLinearExpression operator <=(LinearExpr left, LinearExpr right) =>
        BoundedLinearExpression.Compare(left, right, value => new Domain(long.MinValue, value));

    public static BoundedLinearExpression operator >=(LinearExpr left, LinearExpr right) =>
        BoundedLinearExpression.Compare(left, right, value => new Domain(value, long.MaxValue));

    public static BoundedLinearExpression operator <(LinearExpr left, LinearExpr right) =>
        BoundedLinearExpression.Compare(left, right, value => new Domain(long.MinValue, value - 1));

    public static BoundedLinearExpression operator >(LinearExpr left, LinearExpr right) =>
        BoundedLinearExpression.Compare(left, right, value => new Domain(value + 1, long.MaxValue));

    /// <summary>The sum of <paramref name="expressions"/>.</summary>
    [OverloadResolutionPriority(1)]
    public static LinearExpr Sum(IEnumerable<LinearExpr> expressions) => NewBuilder().AddSum(expressions);

    /// <summary>How many of <paramref name="literals"/> are true.</summary>
    public static LinearExpr Sum(IEnumerable<ILiteral> literals) => Sum(literals.Select(literal => literal.AsExpr()));

    /// <summary>The sum of each expression times the coefficient at the same place.</summary>
    /// <exception cref="ArgumentException">There are not as many coefficients as expressions.</exception>
    [OverloadResolutionPriority(1)]
    public static LinearExpr WeightedSum(IEnumerable<LinearExpr> expressions, IEnumerable<long> coefficients) =>
        NewBuilder().AddWeightedSum(expressions, coefficients);

    /// <summary>The sum of the coefficients whose literals are true.</summary>
    /// <exception cref="ArgumentException">There are not as many coefficients as literals.</exception>
    public static LinearExpr WeightedSum(IEnumerable<ILiteral> literals, IEnumerable<long> coefficients) =>
        WeightedSum(literals.Select(literal => literal.AsExpr()), coefficients);

    /// <summary><paramref name="expression"/> × <paramref name="coefficient"/>.</summary>
    [OverloadResolutionPriority(1)]
    public static LinearExpr Term(LinearExpr expression, long coefficient) => new AffineExpr(expression, coefficient, 0);

    /// <summary>The coefficient if the literal is true, otherwise 0.</summary>
    public static LinearExpr Term(ILiteral literal, long coefficient) => Term(literal.AsExpr(), coefficient);

    /// <summary><paramref name="expression"/> × <paramref name="coefficient"/> + <paramref name="offset"/>.</summary>
    public static LinearExpr Affine(LinearExpr expression, long coefficient, long offset) =>
        new AffineExpr(expression, coefficient, offset);

    /// <summary>A number.</summary>
    public static LinearExpr Constant(long value) => new ConstantExpr(value);

    /// <summary>An expression to be filled term by term.</summary>
    /// <param name="sizeHint">How many terms are expected.</param>
    public static LinearExprBuilder NewBuilder(int sizeHint = 2) => new(sizeHint);

    /// <summary>Two expressions are equal only as one object; <c>==</c> states a constraint.</summary>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>For reading: the terms in order of first mention, like ones joined.</summary>
    public override string ToString()
    {
        var terms = new LinearTerms(owner: null).Read(this);
        var parts = terms.Select((variable, coefficient) => coefficient == 1 ? $"{variable}" : $"{coefficient} * {variable}");
        return terms.Offset == 0 && terms.Count > 0
            ? string.Join(" + ", parts)
            : string.Join(" + ", parts.Append(terms.Offset.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>
    /// Adds this expression times <paramref name="factor"/> to <paramref name="terms"/>: a leaf adds itself, anything
    /// else hands on its parts without following them, so that depth costs no stack.
    /// </summary>
    internal abstract void AppendTo(LinearTerms terms, long factor);
}
