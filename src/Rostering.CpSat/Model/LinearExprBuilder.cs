using System.Runtime.CompilerServices;

namespace Rostering.CpSat.Model;

/// <summary>
/// A linear expression that grows in place; the cheapest way to write a sum of many terms. It may be used wherever an
/// expression may, and counts as what it holds at the moment a model takes it.
/// </summary>
public sealed class LinearExprBuilder : LinearExpr
{
    private readonly List<(LinearExpr Expression, long Coefficient)> terms;
    private long offset;

    internal LinearExprBuilder(int sizeHint) => terms = new(sizeHint);

    /// <summary>Adds an expression.</summary>
    [OverloadResolutionPriority(1)]
    public LinearExprBuilder Add(LinearExpr expression) => AddTerm(expression, 1);

    /// <summary>Adds 1 if the literal is true.</summary>
    public LinearExprBuilder Add(ILiteral literal) => AddTerm(literal.AsExpr(), 1);

    /// <summary>Adds a number.</summary>
    public LinearExprBuilder Add(long constant)
    {
        offset += constant;
        return this;
    }

    /// <summary>Adds <paramref name="expression"/> × <paramref name="coefficient"/>.</summary>
    [OverloadResolutionPriority(1)]
    public LinearExprBuilder AddTerm(LinearExpr expression, long coefficient)
    {
        ArgumentNullException.ThrowIfNull(expression);
        terms.Add((expression, coefficient));
        return this;
    }

    /// <summary>Adds the coefficient if the literal is true.</summary>
    public LinearExprBuilder AddTerm(ILiteral literal, long coefficient) => AddTerm(literal.AsExpr(), coefficient);

    /// <summary>Adds every expression.</summary>
    public LinearExprBuilder AddSum(IEnumerable<LinearExpr> expressions)
    {
        foreach (var expression in expressions)
            AddTerm(expression, 1);

        return this;
    }

    /// <summary>Adds each expression times the coefficient at the same place.</summary>
    /// <exception cref="ArgumentException">There are not as many coefficients as expressions.</exception>
    public LinearExprBuilder AddWeightedSum(IEnumerable<LinearExpr> expressions, IEnumerable<long> coefficients)
    {
        using var coefficient = coefficients.GetEnumerator();
        var count = 0;
        foreach (var expression in expressions)
        {
            if (!coefficient.MoveNext())
                throw new ArgumentException($"There are only {count} coefficients; give one for each expression.", nameof(coefficients));
            AddTerm(expression, coefficient.Current);
            count++;
        }

        return coefficient.MoveNext()
            ? throw new ArgumentException($"There are more than {count} coefficients; give one for each expression.", nameof(coefficients))
            : this;
    }

    internal override void AppendTo(LinearTerms terms, long factor)
    {
        terms.AddConstant(offset * factor);
        foreach (var (expression, coefficient) in this.terms)
        {
            if (expression is IntVar variable)
                terms.AddVariable(variable, coefficient * factor);
            else
                terms.Push(expression, coefficient * factor);
        }
    }
}
