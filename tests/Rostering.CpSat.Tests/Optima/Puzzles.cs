using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Optima;

/// <summary>Two classics of constraint programming.</summary>
internal static class Puzzles
{
    /// <summary>The shortest ruler on which no two pairs of marks are equally far apart.</summary>
    public static CpModel GolombRuler(int markCount)
    {
        var model = new CpModel();
        var longest = markCount * markCount;
        var marks = Enumerable.Range(0, markCount).Select(i => model.NewIntVar(0, longest, $"mark {i}")).ToArray();
        var gaps = new List<IntVar>();
        for (var i = 0; i < markCount; i++)
        {
            for (var j = i + 1; j < markCount; j++)
            {
                gaps.Add(model.NewIntVar(1, longest));
                model.Add(gaps[^1] == marks[j] - marks[i]);
            }
        }

        model.Add(marks[0] == 0);
        model.AddAllDifferent(gaps);
        // A ruler and its mirror image are one: the first gap is the smaller of the outer two.
        model.Add(marks[1] - marks[0] < marks[^1] - marks[^2]);
        model.Minimize(marks[^1]);
        return model;
    }

    /// <summary>The numbers from 1 to side² in a square whose rows, columns and diagonals all add up to the same.</summary>
    public static (CpModel Model, IntVar[,] Cells) MagicSquare(int side)
    {
        var model = new CpModel();
        var cells = new IntVar[side, side];
        for (var i = 0; i < side * side; i++)
            cells[i / side, i % side] = model.NewIntVar(1, side * side);

        model.AddAllDifferent(cells.Cast<IntVar>());
        foreach (var line in Lines(side))
            model.Add(LinearExpr.Sum(line.Select(cell => cells[cell.Row, cell.Column])) == MagicSum(side));

        return (model, cells);
    }

    public static long MagicSum(int side) => side * ((side * side) + 1) / 2;

    public static IEnumerable<(int Row, int Column)[]> Lines(int side)
    {
        var places = Enumerable.Range(0, side).ToArray();
        return [
            .. places.Select(row => places.Select(column => (row, column)).ToArray()),
            .. places.Select(column => places.Select(row => (row, column)).ToArray()),
            [.. places.Select(i => (i, i))],
            [.. places.Select(i => (i, side - 1 - i))],
        ];
    }
}
