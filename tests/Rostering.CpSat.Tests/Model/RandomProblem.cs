using FsCheck;
using FsCheck.Fluent;
using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Model;

/// <summary>A few Booleans with conditional rows and packings, small enough to try every assignment.</summary>
/// <param name="Weights">The gain of each variable.</param>
/// <param name="Rows">Sums with an upper bound, each under the condition that a variable is true.</param>
/// <param name="Packings">Sets of variables of which at most one is true.</param>
public sealed record RandomProblem(long[] Weights, RandomProblem.Row[] Rows, int[][] Packings)
{
    public sealed record Row(long[] Coefficients, long Bound, int Condition);

    /// <summary>Problems whose coefficients are multiples of <paramref name="unit"/>, and a little more.</summary>
    public static Gen<RandomProblem> OfUnit(long unit) =>
        from count in Gen.Choose(5, 9)
        from weights in Gen.Choose(1, 50).ListOf(count)
        from rows in RowOf(count, unit).ListOf(3)
        from packings in Gen.Shuffle(Enumerable.Range(0, count)).Select(order => order[..3]).ListOf(2)
        select new RandomProblem([.. weights.Select(weight => (long)weight)], [.. rows], [.. packings]);

    public (CpModel Model, BoolVar[] Variables) ToModel()
    {
        var model = new CpModel();
        var variables = Weights.Select((_, i) => model.NewBoolVar($"b{i}")).ToArray();
        foreach (var row in Rows)
            model.Add(LinearExpr.WeightedSum(variables, row.Coefficients) <= row.Bound).OnlyEnforceIf(variables[row.Condition]);
        foreach (var packing in Packings)
            model.AddAtMostOne(packing.Select(i => variables[i]));

        return (model, variables);
    }

    /// <summary>Every assignment that keeps all rows and packings.</summary>
    public IEnumerable<bool[]> Solutions() =>
        Enumerable.Range(0, 1 << Weights.Length)
            .Select(bits => Weights.Select((_, i) => (bits >> i & 1) == 1).ToArray())
            .Where(values => Rows.All(row => !values[row.Condition] || Sum(row.Coefficients, values) <= row.Bound)
                && Packings.All(packing => packing.Count(i => values[i]) <= 1));

    public long Gain(bool[] values) => Sum(Weights, values);

    private static Gen<Row> RowOf(int count, long unit) =>
        from multiples in Gen.Choose(-1, 5).ListOf(count)
        from rests in Gen.Choose(0, 2).ListOf(count)
        from bound in Gen.Choose(0, 6)
        from condition in Gen.Choose(0, count - 1)
        select new Row([.. multiples.Zip(rests, (multiple, rest) => (multiple * unit) + rest)], bound * unit, condition);

    private static long Sum(long[] weights, bool[] values) => weights.Where((_, i) => values[i]).Sum();
}
