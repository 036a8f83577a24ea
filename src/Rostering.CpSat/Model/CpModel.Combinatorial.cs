using Google.Protobuf.Collections;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <content>Constraints on sequences, tables and graphs.</content>
public sealed partial class CpModel
{
    /// <summary>No two of <paramref name="expressions"/> have the same value.</summary>
    public Constraint AddAllDifferent(params IEnumerable<LinearExpr> expressions)
    {
        var different = new AllDifferentConstraintProto();
        different.Exprs.AddRange(expressions.Select(expression => Affine(expression, "A member of an all-different")));
        return Post(new ConstraintProto { AllDiff = different });
    }

    /// <summary><paramref name="target"/> equals the expression whose place, from 0, is <paramref name="index"/>.</summary>
    public Constraint AddElement(LinearExpr index, IEnumerable<LinearExpr> expressions, LinearExpr target)
    {
        var element = new ElementConstraintProto
        {
            LinearIndex = Affine(index, "The index of an element"),
            LinearTarget = Affine(target, "The target of an element"),
        };
        element.Exprs.AddRange(expressions.Select(expression => Affine(expression, "A member of an element")));
        return Post(new ConstraintProto { Element = element });
    }

    /// <summary><paramref name="target"/> equals the value whose place, from 0, is <paramref name="index"/>.</summary>
    public Constraint AddElement(LinearExpr index, IEnumerable<long> values, LinearExpr target) =>
        AddElement(index, values.Select(LinearExpr.Constant), target);

    /// <summary>A circuit, to be given its arcs.</summary>
    public CircuitConstraint AddCircuit() => new(this);

    /// <summary>Routes through a common depot, to be given their arcs.</summary>
    public MultipleCircuitConstraint AddMultipleCircuit() => new(this);

    /// <summary>The expressions take one of the tuples that the constraint is given.</summary>
    public TableConstraint AddAllowedAssignments(params IEnumerable<LinearExpr> expressions) => new(this, expressions, forbidden: false);

    /// <summary>The expressions take none of the tuples that the constraint is given.</summary>
    public TableConstraint AddForbiddenAssignments(params IEnumerable<LinearExpr> expressions) => new(this, expressions, forbidden: true);

    /// <summary>The values of the expressions are a word of the automaton, to be given its transitions.</summary>
    public AutomatonConstraint AddAutomaton(IEnumerable<LinearExpr> expressions, long startingState, IEnumerable<long> finalStates) =>
        new(this, expressions, startingState, finalStates);

    /// <summary>direct[i] = j exactly when reverse[j] = i; both lists count from 0.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public Constraint AddInverse(IEnumerable<IntVar> direct, IEnumerable<IntVar> reverse)
    {
        var inverse = new InverseConstraintProto();
        AddIndices(inverse.FDirect, direct);
        AddIndices(inverse.FInverse, reverse);
        return inverse.FDirect.Count == inverse.FInverse.Count
            ? Post(new ConstraintProto { Inverse = inverse })
            : throw new ArgumentException(
                $"An inverse has {inverse.FDirect.Count} variables one way and {inverse.FInverse.Count} the other; give as many.",
                nameof(reverse));
    }

    private void AddIndices(RepeatedField<int> indices, IEnumerable<IntVar> variables) => indices.AddRange(variables.Select(IndexOf));
}
