using FsCheck;
using FsCheck.Fluent;
using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Model;

/// <summary>An expression written twice: for the model, and as plain arithmetic over the values of the variables.</summary>
internal sealed record ExpressionTree(string Text, Func<TreeVariables, LinearExpr> Build, Func<long[], long> Compute)
{
    public static Gen<ExpressionTree> Trees { get; } = Gen.Sized(size => OfDepth(Math.Min(5, 1 + (size / 10))));

    public override string ToString() => Text;

    private static Gen<ExpressionTree> OfDepth(int depth) =>
        depth == 0 ? Leaves() : Gen.OneOf(Leaves(), Binary(depth - 1), Scaled(depth - 1), Sums(depth - 1));

    private static Gen<ExpressionTree> Leaves() => Gen.OneOf(
        Index().Select(i => new ExpressionTree($"x{i}", v => v.Integers[i], x => x[i])),
        Index().Select(i => new ExpressionTree($"b{i}", v => v.Booleans[i], x => x[TreeVariables.Count + i])),
        Index().Select(i => new ExpressionTree($"!b{i}", v => v.Booleans[i].Not(), x => 1 - x[TreeVariables.Count + i])),
        Factor().Select(c => new ExpressionTree($"{c}", _ => c, _ => c)));

    private static Gen<ExpressionTree> Binary(int depth) =>
        from left in OfDepth(depth)
        from right in OfDepth(depth)
        from tree in Gen.Elements(
            new ExpressionTree($"({left}+{right})", v => left.Build(v) + right.Build(v), x => left.Compute(x) + right.Compute(x)),
            new ExpressionTree($"({left}-{right})", v => left.Build(v) - right.Build(v), x => left.Compute(x) - right.Compute(x)))
        select tree;

    private static Gen<ExpressionTree> Scaled(int depth) =>
        from inner in OfDepth(depth)
        from c in Factor()
        from k in Factor()
        from tree in Gen.Elements(
            new ExpressionTree($"-{inner}", v => -inner.Build(v), x => -inner.Compute(x)),
            new ExpressionTree($"{c}*{inner}", v => c * inner.Build(v), x => c * inner.Compute(x)),
            new ExpressionTree($"{inner}*{c}", v => inner.Build(v) * c, x => inner.Compute(x) * c),
            new ExpressionTree($"({c}*{inner}+{k})", v => LinearExpr.Affine(inner.Build(v), c, k), x => (c * inner.Compute(x)) + k))
        select tree;

    private static Gen<ExpressionTree> Sums(int depth) =>
        from parts in OfDepth(depth).ListOf(3)
        from factors in Factor().ListOf(3)
        from tree in Gen.Elements(
            new ExpressionTree(
                $"sum({string.Join(", ", parts)})",
                v => LinearExpr.Sum(parts.Select(part => part.Build(v))),
                x => parts.Sum(part => part.Compute(x))),
            new ExpressionTree(
                $"weighted({string.Join(", ", parts.Zip(factors))})",
                v => LinearExpr.WeightedSum(parts.Select(part => part.Build(v)), factors),
                x => parts.Zip(factors, (part, factor) => part.Compute(x) * factor).Sum()))
        select tree;

    private static Gen<int> Index() => Gen.Choose(0, TreeVariables.Count - 1);

    private static Gen<long> Factor() => Gen.Choose(-4, 4).Select(factor => (long)factor);
}
