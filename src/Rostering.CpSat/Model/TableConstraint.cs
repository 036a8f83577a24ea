using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>The expressions together take one of the tuples listed or, where it forbids, none of them.</summary>
public sealed class TableConstraint : Constraint
{
    internal TableConstraint(CpModel model, IEnumerable<LinearExpr> expressions, bool forbidden)
        : base(model, new ConstraintProto { Table = new TableConstraintProto { Negated = forbidden } }) =>
        Proto.Table.Exprs.AddRange(expressions.Select(expression => model.Affine(expression, "A column of the table")));

    /// <summary>Adds one tuple, a value for each expression.</summary>
    /// <exception cref="ArgumentException">The tuple is not as long as the list of expressions.</exception>
    public TableConstraint AddTuple(params IEnumerable<long> tuple)
    {
        long[] values = [.. tuple];
        var width = Proto.Table.Exprs.Count;
        if (values.Length != width)
            throw new ArgumentException($"The tuple ({string.Join(", ", values)}) needs {width} values, one an expression.", nameof(tuple));

        Proto.Table.Values.AddRange(values);
        return this;
    }

    /// <summary>Adds every tuple.</summary>
    /// <exception cref="ArgumentException">A tuple is not as long as the list of expressions.</exception>
    public TableConstraint AddTuples(IEnumerable<IEnumerable<long>> tuples)
    {
        foreach (var tuple in tuples)
            AddTuple(tuple);

        return this;
    }
}
