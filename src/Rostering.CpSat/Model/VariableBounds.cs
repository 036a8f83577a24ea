using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>What the domains of a model's variables say about the expressions over them, in 128 bits so as to see an overflow.</summary>
internal sealed class VariableBounds
{
    /// <summary>The largest magnitude that CP-SAT allows for a variable and for the sum of an expression's terms.</summary>
    public const long Limit = long.MaxValue / 2;

    private readonly (long Min, long Max)[] bounds;

    public VariableBounds(CpModelProto model) =>
        bounds = [.. model.Variables.Select(variable => variable.Domain is [var min, .., var max] ? (min, max) : (0, 0))];

    public bool IsVariable(int index) => index >= 0 && index < bounds.Length;

    public bool IsLiteral(int reference)
    {
        var variable = VariableOf(reference);
        return IsVariable(variable) && bounds[variable] is { Min: >= 0, Max: <= 1 };
    }

    /// <summary>The range of an expression over variables that all exist.</summary>
    public (Int128 Min, Int128 Max) Range(LinearExpressionProto expression)
    {
        var (lower, upper) = ((Int128)expression.Offset, (Int128)expression.Offset);
        for (var i = 0; i < expression.Vars.Count; i++)
        {
            var (min, max) = TermRange(expression.Vars[i], expression.Coeffs[i]);
            (lower, upper) = (lower + min, upper + max);
        }

        return (lower, upper);
    }

    /// <summary>Whether some partial sum of the terms, in some order, may leave what CP-SAT computes with.</summary>
    public bool MayOverflow(IReadOnlyList<int> variables, IReadOnlyList<long> coefficients, Int128 offset = default)
    {
        var positive = Int128.Abs(offset);
        var negative = -positive;
        for (var i = 0; i < variables.Count; i++)
        {
            var (min, max) = TermRange(variables[i], coefficients[i]);
            positive += Int128.Max(max, 0);
            negative += Int128.Min(min, 0);
        }

        return positive > Limit || negative < -Limit;
    }

    /// <summary>How far the sum of the terms can move, each term counted for itself.</summary>
    public Int128 Spread(IReadOnlyList<int> variables, IReadOnlyList<long> coefficients)
    {
        var spread = Int128.Zero;
        for (var i = 0; i < variables.Count; i++)
        {
            var (min, max) = TermRange(variables[i], coefficients[i]);
            spread += max - min;
        }

        return spread;
    }

    /// <summary>Room for every variable at once: CP-SAT adds up all domains in 64 bits.</summary>
    public bool SumFits() =>
        bounds.Aggregate(Int128.Zero, (sum, b) => sum + Int128.Max(Int128.Max(Int128.Abs(b.Min), Int128.Abs(b.Max)), (Int128)b.Max - b.Min))
            < long.MaxValue;

    private (Int128 Min, Int128 Max) TermRange(int variable, long coefficient)
    {
        var (min, max) = bounds[variable];
        var (atMin, atMax) = ((Int128)min * coefficient, (Int128)max * coefficient);
        return coefficient >= 0 ? (atMin, atMax) : (atMax, atMin);
    }

    private static int VariableOf(int reference) => reference >= 0 ? reference : -(reference + 1);
}
