using System.Runtime.InteropServices;
using Google.Protobuf.Collections;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>
/// A linear expression laid flat: variables in order of first mention, each once, with its coefficient, and a constant.
/// One object is used again and again, so that writing a constraint allocates nothing but the constraint.
/// </summary>
internal sealed class LinearTerms(CpModel? owner)
{
    private readonly Stack<(LinearExpr Expression, long Factor)> pending = new();
    private readonly List<IntVar> variables = [];
    private readonly List<long> coefficients = [];

    /// <summary>For each variable index, one more than its place in <see cref="variables"/>; 0 where it is absent.</summary>
    private int[] places = [];

    public int Count => variables.Count;

    public long Offset { get; private set; }

    /// <summary>Takes in an expression, in place of whatever was held before.</summary>
    /// <exception cref="OverflowException">A coefficient or the constant leaves the range of 64 bits.</exception>
    /// <exception cref="ArgumentException">A variable belongs to another model.</exception>
    public LinearTerms Read(LinearExpr expression)
    {
        Clear();
        try
        {
            Push(expression, 1);
            while (pending.TryPop(out var next))
                next.Expression.AppendTo(this, next.Factor);
        }
        catch (OverflowException overflow)
        {
            throw new OverflowException(
                "A coefficient or the constant of a linear expression does not fit 64 bits; state it in a larger unit.", overflow);
        }

        RemoveZeroTerms();
        return this;
    }

    public void Push(LinearExpr expression, long factor) => pending.Push((expression, factor));

    public void AddConstant(long value) => Offset += value;

    public void AddVariable(IntVar variable, long coefficient)
    {
        if (owner is not null && !ReferenceEquals(owner, variable.Model))
            throw CpModel.Foreign(variable);

        if (variable.Index >= places.Length)
            Array.Resize(ref places, Math.Max(variable.Index + 1, places.Length * 2));

        ref var place = ref places[variable.Index];
        if (place > 0)
        {
            CollectionsMarshal.AsSpan(coefficients)[place - 1] += coefficient;
            return;
        }

        variables.Add(variable);
        coefficients.Add(coefficient);
        place = variables.Count;
    }

    public void WriteTo(RepeatedField<int> indices, RepeatedField<long> factors)
    {
        indices.Capacity = indices.Count + Count;
        factors.Capacity = factors.Count + Count;
        for (var i = 0; i < Count; i++)
        {
            indices.Add(variables[i].Index);
            factors.Add(coefficients[i]);
        }
    }

    public LinearExpressionProto ToProto()
    {
        var proto = new LinearExpressionProto { Offset = Offset };
        WriteTo(proto.Vars, proto.Coeffs);
        return proto;
    }

    /// <summary>The value of the expression where variable i has the value <c>solution[i]</c>.</summary>
    public long Evaluate(IReadOnlyList<long> solution)
    {
        var value = Offset;
        for (var i = 0; i < Count; i++)
            value += coefficients[i] * solution[variables[i].Index];

        return value;
    }

    public IEnumerable<T> Select<T>(Func<IntVar, long, T> selector) => variables.Zip(coefficients, selector);

    private void Clear()
    {
        foreach (var variable in variables)
            places[variable.Index] = 0;
        variables.Clear();
        coefficients.Clear();
        pending.Clear();
        Offset = 0;
    }

    private void RemoveZeroTerms()
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            places[variables[i].Index] = 0;
            if (coefficients[i] == 0)
                continue;
            (variables[kept], coefficients[kept]) = (variables[i], coefficients[i]);
            kept++;
        }

        variables.RemoveRange(kept, Count - kept);
        coefficients.RemoveRange(kept, coefficients.Count - kept);
    }
}
