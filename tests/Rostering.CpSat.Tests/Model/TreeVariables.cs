using FsCheck;
using FsCheck.Fluent;
using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Model;

/// <summary>A model with variables for an <see cref="ExpressionTree"/> to speak of.</summary>
internal sealed class TreeVariables
{
    public const int Count = 4;

    public TreeVariables()
    {
        Integers = [.. Enumerable.Range(0, Count).Select(i => Model.NewIntVar(-9, 9, $"x{i}"))];
        Booleans = [.. Enumerable.Range(0, Count).Select(i => Model.NewBoolVar($"b{i}"))];
    }

    /// <summary>A value for every variable, by index: the integers, then the Booleans.</summary>
    public static Gen<long[]> Values { get; } =
        from integers in Gen.Choose(-9, 9).ListOf(Count)
        from booleans in Gen.Choose(0, 1).ListOf(Count)
        select integers.Concat(booleans).Select(value => (long)value).ToArray();

    public CpModel Model { get; } = new();

    public IntVar[] Integers { get; }

    public BoolVar[] Booleans { get; }
}
