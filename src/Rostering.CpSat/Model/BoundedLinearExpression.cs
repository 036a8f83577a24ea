namespace Rostering.CpSat.Model;

/// <summary>A comparison of linear expressions: what <c>x + y &lt;= 5</c> makes, and <see cref="CpModel.Add"/> takes.</summary>
public sealed class BoundedLinearExpression
{
    internal BoundedLinearExpression(LinearExpr expression, Domain domain)
    {
        Expression = expression;
        Domain = domain;
    }

    /// <summary>What is bounded.</summary>
    public LinearExpr Expression { get; }

    /// <summary>The values that it may take.</summary>
    public Domain Domain { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Expression} in {Domain}";

    // A plain number on the right becomes the bound; anything else is brought to the left and compared with zero.
    internal static BoundedLinearExpression Compare(LinearExpr left, LinearExpr right, Func<long, Domain> domainOf) =>
        right is LinearExpr.ConstantExpr constant
            ? new BoundedLinearExpression(left, domainOf(constant.Value))
            : new BoundedLinearExpression(left - right, domainOf(0));
}
