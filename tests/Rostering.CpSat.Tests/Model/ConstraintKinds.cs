using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Model;

/// <summary>Every kind of constraint that a <see cref="CpModel"/> can post.</summary>
internal static class ConstraintKinds
{
    private static readonly (int Tail, int Head)[] Arcs = [(0, 0), (1, 1), (2, 2), (0, 1), (1, 2), (2, 0), (1, 0), (0, 2), (2, 1)];

    public static IEnumerable<ConstraintKind> All() =>
        [.. Linear(), .. Arithmetic(), .. Logical(), .. Combinatorial(), .. Graphs(), .. Scheduling()];

    private static ConstraintKind[] Linear() =>
    [
        new("Add", Integers(3), (m, x) => m.Add((2 * x[0]) - x[1] <= x[2] + 1), v => (2 * v[0]) - v[1] <= v[2] + 1),
        new("Add with a negation", Booleans(3), (m, b) => m.Add(Not(b[0]) + b[1] != b[2]), v => 1 - v[0] + v[1] != v[2]),
        new("AddLinearConstraint", Integers(3), (m, x) => m.AddLinearConstraint(LinearExpr.Sum(x) + 5, 8, 9), v => v.Sum() + 5 is 8 or 9),
        new("AddLinearExpressionInDomain", Integers(3),
            (m, x) => m.AddLinearExpressionInDomain(x[0] + (3 * x[1]) - x[2], Domain.FromValues([-1, 4, 5])),
            v => v[0] + (3 * v[1]) - v[2] is -1 or 4 or 5),
        new("AddLinearExpressionInDomain, empty", Integers(1), (m, x) => m.AddLinearExpressionInDomain(x[0], new Domain(1, 0)), _ => false),
    ];

    private static ConstraintKind[] Arithmetic() =>
    [
        new("AddMinEquality", Integers(3),
            (m, x) => m.AddMinEquality(x[0], x[1] + 1, 2 * x[2], 3),
            v => v[0] == Math.Min(Math.Min(v[1] + 1, 2 * v[2]), 3)),
        new("AddMaxEquality", Integers(3), (m, x) => m.AddMaxEquality(x[0] + 1, x[1] + x[2], 2), v => v[0] + 1 == Math.Max(v[1] + v[2], 2)),
        new("AddAbsEquality", [(0, 5), (-4, 4)], (m, x) => m.AddAbsEquality(x[0], x[1] - 1), v => v[0] == Math.Abs(v[1] - 1)),
        new("AddDivisionEquality", [(0, 4), (0, 9), (1, 3)], (m, x) => m.AddDivisionEquality(x[0], x[1], x[2]), v => v[0] == v[1] / v[2]),
        new("AddDivisionEquality by a number", [(-4, 4), (-9, 9)],
            (m, x) => m.AddDivisionEquality(x[0], x[1] + 1, 2),
            v => v[0] == (v[1] + 1) / 2),
        new("AddDivisionEquality below zero", [(-4, 4), (-9, 9), (1, 3)],
            (m, x) => m.AddDivisionEquality(x[0], x[1], -x[2]),
            v => v[0] == v[1] / -v[2])
            { IsUnconditional = true },
        new("AddModuloEquality", [(-2, 2), (-5, 5), (1, 3)],
            (m, x) => m.AddModuloEquality(x[0], x[1], x[2]),
            v => v[0] == v[1] % v[2]) { HasFreeHelpers = true },
        new("AddMultiplicationEquality", [(-9, 9), (-3, 3), (-3, 3)],
            (m, x) => m.AddMultiplicationEquality(x[0], x[1], x[2]),
            v => v[0] == v[1] * v[2]),
    ];

    private static ConstraintKind[] Logical() =>
    [
        new("AddImplication", Booleans(2), (m, b) => m.AddImplication(Is(b[0]), Not(b[1])), v => v[0] == 0 || v[1] == 0),
        new("AddBoolOr", Booleans(3), (m, b) => m.AddBoolOr(Is(b[0]), Not(b[1]), Is(b[2])), v => v is [1, _, _] or [_, 0, _] or [_, _, 1]),
        new("AddAtLeastOne", Booleans(3), (m, b) => m.AddAtLeastOne(b.Select(Is)), v => v.Sum() >= 1),
        new("AddAtMostOne", Booleans(3), (m, b) => m.AddAtMostOne(b.Select(Is)), v => v.Sum() <= 1),
        new("AddExactlyOne", Booleans(3), (m, b) => m.AddExactlyOne(b.Select(Is)), v => v.Sum() == 1),
        new("AddBoolAnd", Booleans(3), (m, b) => m.AddBoolAnd(Is(b[0]), Not(b[1]), Is(b[2])), v => v is [1, 0, 1]),
        new("AddBoolXor", Booleans(3), (m, b) => m.AddBoolXor(b.Select(Is)), v => v.Sum() % 2 == 1),
    ];

    private static ConstraintKind[] Combinatorial() =>
    [
        new("AddAllDifferent", Integers(3),
            (m, x) => m.AddAllDifferent(x[0], x[1] + 1, 2 * x[2]),
            v => new[] { v[0], v[1] + 1, 2 * v[2] }.Distinct().Count() == 3),
        new("AddElement", [(-1, 3), (0, 3), (0, 3), (0, 4)],
            (m, x) => m.AddElement(x[0], [x[1], x[2] + 1, 2], x[3]),
            v => v[0] is >= 0 and <= 2 && v[3] == new[] { v[1], v[2] + 1, 2 }[v[0]]),
        new("AddElement of values", [(-1, 4), (0, 9)],
            (m, x) => m.AddElement(x[0], [7, 1, 5], x[1]),
            v => v[0] is >= 0 and <= 2 && v[1] == new[] { 7, 1, 5 }[v[0]]),
        new("AddAllowedAssignments", Integers(3),
            (m, x) => m.AddAllowedAssignments(x).AddTuples([[0, 1, 2], [3, 3, 3], [1, 0, 9]]), v => v is [0, 1, 2] or [3, 3, 3]),
        new("AddForbiddenAssignments", Integers(2),
            (m, x) => m.AddForbiddenAssignments(x).AddTuple(0, 1).AddTuple(2, 2),
            v => v is not ([0, 1] or [2, 2])),
        new("AddAutomaton", Booleans(5), (m, b) => NoThreeInARow(m, b), v => !string.Concat(v).Contains("111", StringComparison.Ordinal))
            { HasFreeHelpers = true },
        new("AddInverse", [.. Enumerable.Repeat((0L, 2L), 6)],
            (m, x) => m.AddInverse(x[..3], x[3..]), v => Enumerable.Range(0, 3).All(i => v[3 + v[i]] == i && v[v[3 + i]] == i)),
    ];

    private static ConstraintKind[] Graphs() =>
    [
        new("AddCircuit", Booleans(9),
            (m, b) => Arcs.Zip(b).Aggregate(
                m.AddCircuit(),
                (circuit, arc) => circuit.AddArc(arc.First.Tail, arc.First.Head, Is(arc.Second))),
            v => IsCircuit([.. Arcs.Where((_, i) => v[i] == 1)])),
        new("AddMultipleCircuit", Booleans(8),
            (m, b) => Arcs[1..].Zip(b).Aggregate(
                m.AddMultipleCircuit(),
                (routes, arc) => routes.AddArc(arc.First.Tail, arc.First.Head, Is(arc.Second))),
            v => IsRoutes([.. Arcs[1..].Where((_, i) => v[i] == 1)])),
    ];

    private static ConstraintKind[] Scheduling() =>
    [
        new("AddNoOverlap", [(0, 3), (0, 3), (0, 3), (0, 1)],
            (m, x) => m.AddNoOverlap(
                m.NewFixedSizeIntervalVar(x[0], 2),
                m.NewFixedSizeIntervalVar(x[1], 1),
                m.NewOptionalFixedSizeIntervalVar(x[2], 2, Is(x[3]))),
            v => Apart(v[0], 2, v[1], 1) && (v[3] == 0 || (Apart(v[0], 2, v[2], 2) && Apart(v[1], 1, v[2], 2)))),
        new("AddNoOverlap2D", [(0, 2), (0, 2), (0, 2), (0, 2), (0, 1)],
            (m, x) => m.AddNoOverlap2D()
                .AddRectangle(m.NewFixedSizeIntervalVar(x[0], 2), m.NewFixedSizeIntervalVar(x[1], 1))
                .AddRectangle(m.NewOptionalFixedSizeIntervalVar(x[2], 1, Is(x[4])), m.NewFixedSizeIntervalVar(x[3], 2)),
            v => v[4] == 0 || Apart(v[0], 2, v[2], 1) || Apart(v[1], 1, v[3], 2)),
        new("AddCumulative", [(0, 2), (0, 2), (0, 3), (1, 4), (0, 1)],
            (m, x) => m.AddCumulative(x[3])
                .AddDemands([m.NewFixedSizeIntervalVar(x[0], 2), m.NewFixedSizeIntervalVar(x[1], 2)], [2, 1])
                .AddDemand(m.NewOptionalFixedSizeIntervalVar(x[2], 1, Is(x[4])), 2),
            v => Enumerable.Range(0, 5).All(t => (Covers(v[0], 2, t) * 2) + Covers(v[1], 2, t) + (v[4] * Covers(v[2], 1, t) * 2) <= v[3])),
        new("AddReservoirConstraint", [(0, 3), (0, 3), (0, 3), (0, 1)],
            (m, x) => m.AddReservoirConstraint(-1, 2).AddEvent(x[0], 2).AddEvent(x[1], -2).AddOptionalEvent(x[2], 1, Is(x[3])),
            v => Enumerable.Range(0, 4).All(t => Past(v[0], t, 2) + Past(v[1], t, -2) + (v[3] * Past(v[2], t, 1)) is >= -1 and <= 2)),
    ];

    private static (long, long)[] Integers(int count) => [.. Enumerable.Repeat((0L, 3L), count)];

    private static (long, long)[] Booleans(int count) => [.. Enumerable.Repeat((0L, 1L), count)];

    private static ILiteral Is(IntVar variable) => (BoolVar)variable;

    private static NotBoolVar Not(IntVar variable) => ((BoolVar)variable).Not();

    private static AutomatonConstraint NoThreeInARow(CpModel model, IEnumerable<IntVar> days) =>
        model.AddAutomaton(days, 0, [0, 1, 2])
            .AddTransition(0, 0, 0).AddTransition(1, 0, 0).AddTransition(2, 0, 0)
            .AddTransition(0, 1, 1).AddTransition(1, 2, 1);

    private static bool IsCircuit((int Tail, int Head)[] arcs)
    {
        if (!Enumerable.Range(0, 3).All(node => arcs.Count(arc => arc.Tail == node) == 1 && arcs.Count(arc => arc.Head == node) == 1))
            return false;

        var onCircuit = arcs.Where(arc => arc.Tail != arc.Head).ToDictionary(arc => arc.Tail, arc => arc.Head);
        return onCircuit.Count == 0 || WalkLength(onCircuit, onCircuit.Keys.First()) == onCircuit.Count;
    }

    private static int WalkLength(Dictionary<int, int> next, int start)
    {
        var length = 1;
        for (var node = next[start]; node != start; node = next[node])
            length++;

        return length;
    }

    private static bool IsRoutes((int Tail, int Head)[] arcs)
    {
        var eachOnce = new[] { 1, 2 }.All(node => arcs.Count(arc => arc.Tail == node) == 1 && arcs.Count(arc => arc.Head == node) == 1);
        var avoidsTheDepot = arcs.Contains((1, 2)) && arcs.Contains((2, 1));
        return eachOnce && !avoidsTheDepot;
    }

    private static bool Apart(long start, long size, long otherStart, long otherSize) =>
        start + size <= otherStart || otherStart + otherSize <= start;

    private static long Covers(long start, long size, long time) => start <= time && time < start + size ? 1 : 0;

    private static long Past(long time, long now, long change) => time <= now ? change : 0;
}
