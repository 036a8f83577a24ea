using FsCheck;
using FsCheck.Fluent;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Model;

public sealed class LinearExprTests
{
    [Test]
    public void Minimize_AnyTree_WritesWhatPlainArithmeticGives() =>
        Prop.ForAll(ExpressionTree.Trees.ToArbitrary(), TreeVariables.Values.ToArbitrary(), (tree, values) =>
        {
            var variables = new TreeVariables();
            variables.Model.Minimize(tree.Build(variables));

            return Evaluate(variables.Model.Proto.Objective, values) == tree.Compute(values);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Add_AnyTwoTreesCompared_HoldsExactlyWherePlainArithmeticDoes() =>
        Prop.ForAll(
            (from left in ExpressionTree.Trees from right in ExpressionTree.Trees select (left, right)).ToArbitrary(),
            TreeVariables.Values.ToArbitrary(),
            Gen.Elements(Comparisons).ToArbitrary(),
            (trees, values, comparison) =>
            {
                var variables = new TreeVariables();
                var constraint = variables.Model.Add(comparison.State(trees.left.Build(variables), trees.right.Build(variables)));

                return Holds(constraint.Proto.Linear, values) == comparison.Holds(trees.left.Compute(values), trees.right.Compute(values));
            }).QuickCheckThrowOnFailure();

    [Test]
    public void WriteTo_TermsThatCancel_AreLeftOut()
    {
        var model = new CpModel();
        var (x, y) = (model.NewIntVar(0, 9, "x"), model.NewIntVar(0, 9, "y"));

        var linear = model.Add((3 * x) + y + x - (4 * x) <= y + y + 7).Proto.Linear;

        Assert.That(linear.Vars, Is.EqualTo(new[] { y.Index }));
        Assert.That(linear.Coeffs, Is.EqualTo(new long[] { -1 }));
        Assert.That(linear.Domain, Is.EqualTo(new[] { long.MinValue, 7 }));
    }

    [Test]
    public void Minimize_ChainOfAMillionAdditions_NeitherOverflowsTheStackNorLosesATerm()
    {
        var model = new CpModel();
        var variables = Enumerable.Range(0, 1_000).Select(i => model.NewBoolVar($"b{i}")).ToList();
        LinearExpr chain = 0;
        for (var i = 0; i < 1_000_000; i++)
            chain += variables[i % variables.Count];

        model.Minimize(chain);

        Assert.That(model.Proto.Objective.Coeffs, Has.Count.EqualTo(1_000).And.All.EqualTo(1_000));
    }

    [Test]
    public void ToString_MixedTerms_ReadsAsWritten()
    {
        var model = new CpModel();
        var (x, y) = (model.NewIntVar(0, 9, "x"), model.NewBoolVar("y"));

        Assert.That($"{x + (2 * y.Not()) - 5}", Is.EqualTo("x + -2 * y + -3"));
        Assert.That($"{x - x}", Is.EqualTo("0"));
        Assert.That($"{x <= 4}", Is.EqualTo("x in [-9223372036854775808,4]"));
    }

    [Test]
    public void Minimize_CoefficientBeyond64Bits_Throws()
    {
        var model = new CpModel();
        var x = model.NewIntVar(0, 1, "x");

        Assert.That(() => model.Minimize(x * long.MaxValue * 2), Throws.TypeOf<OverflowException>().With.Message.Contains("larger unit"));
        Assert.That(() => model.Minimize((x * long.MaxValue) + x), Throws.TypeOf<OverflowException>());
    }

    [Test]
    public void Minimize_AfterAnOverflow_WorksAsIfNothingHappened()
    {
        var model = new CpModel();
        var x = model.NewIntVar(0, 1, "x");
        Assert.That(() => model.Minimize((x * long.MaxValue) + x), Throws.TypeOf<OverflowException>());

        model.Minimize(2 * x);

        Assert.That(model.Proto.Objective.Coeffs, Is.EqualTo(new long[] { 2 }));
    }

    [TestCase(2)]
    [TestCase(4)]
    public void WeightedSum_AnotherNumberOfCoefficients_IsRefused(int count)
    {
        var model = new CpModel();
        LinearExpr[] expressions = [model.NewIntVar(0, 1), model.NewIntVar(0, 1), 5];

        Assert.That(
            () => LinearExpr.WeightedSum(expressions, Enumerable.Repeat(1L, count)),
            Throws.ArgumentException.With.Message.Contains("coefficients"));
    }

    [Test]
    public void Not_Twice_IsTheVariableItself()
    {
        var literal = new CpModel().NewBoolVar("b");

        Assert.That(literal.Not().Not(), Is.SameAs(literal));
        Assert.That(literal.Not().Index, Is.EqualTo(-literal.Index - 1));
    }

    private static readonly Comparison[] Comparisons =
    [
        new("==", (a, b) => a == b, (a, b) => a == b),
        new("!=", (a, b) => a != b, (a, b) => a != b),
        new("<=", (a, b) => a <= b, (a, b) => a <= b),
        new(">=", (a, b) => a >= b, (a, b) => a >= b),
        new("<", (a, b) => a < b, (a, b) => a < b),
        new(">", (a, b) => a > b, (a, b) => a > b),
    ];

    private sealed record Comparison(
        string Sign, Func<LinearExpr, LinearExpr, BoundedLinearExpression> State, Func<long, long, bool> Holds);

    private static double Evaluate(CpObjectiveProto objective, long[] values) =>
        objective.Offset + objective.Vars.Zip(objective.Coeffs, (variable, coefficient) => values[variable] * coefficient).Sum();

    private static bool Holds(LinearConstraintProto linear, long[] values) =>
        Domain.FromFlatIntervals(linear.Domain).Contains(
            linear.Vars.Zip(linear.Coeffs, (variable, coefficient) => values[variable] * coefficient).Sum());
}
