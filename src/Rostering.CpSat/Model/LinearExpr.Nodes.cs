namespace Rostering.CpSat.Model;

/// <content>The inner nodes of the tree that the operators build.</content>
public abstract partial class LinearExpr
{
    internal sealed class ConstantExpr(long value) : LinearExpr
    {
        public long Value => value;

        internal override void AppendTo(LinearTerms terms, long factor) => terms.AddConstant(value * factor);
    }

    private sealed class PlusExpr(LinearExpr left, LinearExpr right, long rightFactor) : LinearExpr
    {
        // The right side goes first on the pile, so that the left side comes off it first.
        internal override void AppendTo(LinearTerms terms, long factor)
        {
            terms.Push(right, factor * rightFactor);
            terms.Push(left, factor);
        }
    }

    private sealed class AffineExpr(LinearExpr operand, long coefficient, long offset) : LinearExpr
    {
        internal override void AppendTo(LinearTerms terms, long factor)
        {
            terms.AddConstant(offset * factor);
            terms.Push(operand, coefficient * factor);
        }
    }
}
