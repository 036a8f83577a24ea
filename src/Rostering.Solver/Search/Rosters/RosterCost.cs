namespace Rostering.Solver.Search.Rosters;

/// <summary>The cost of rosters and rows counted anew, in <see cref="LevelCost"/>.</summary>
internal static class RosterCost
{
    /// <summary>Cost of a roster.</summary>
    public static long Of(RosterProblem problem, ReadOnlySpan<byte> roster)
    {
        int[] cover = new int[problem.Days * problem.Shifts];
        long cost = 0;
        for (int person = 0; person < problem.People; person++)
        {
            ReadOnlySpan<byte> row = roster.Slice(person * problem.Days, problem.Days);
            cost += OfRow(problem, person, row);
            for (int day = 0; day < problem.Days; day++)
            {
                cover[(day * problem.Shifts) + row[day]]++;
            }
        }

        for (int i = 0; i < cover.Length; i++)
        {
            cost += problem.Cover[i].Cost(cover[i]);
        }

        return cost;
    }

    /// <summary>Cost of a row with its cells.</summary>
    public static long OfRow(RosterProblem problem, int person, ReadOnlySpan<byte> row)
    {
        long cost = problem.RowCosts[person].Around(row, 0, problem.Days - 1) + Sums(problem, person, row);
        for (int day = 0; day < problem.Days; day++)
        {
            cost += problem.CellCost(person, day, row[day]);
        }

        return cost;
    }

    /// <summary>What hangs on sums over a row.</summary>
    public static long Sums(RosterProblem problem, int person, ReadOnlySpan<byte> row)
    {
        RowCosts costs = problem.RowCosts[person];
        Span<int> uses = stackalloc int[problem.Shifts];
        uses.Clear();
        int sum = 0;
        foreach (byte shift in row)
        {
            uses[shift]++;
            sum += costs.Amounts[shift];
        }

        return costs.Sums(sum, uses, costs.Weekends(row, 0, problem.Days - 1, 0));
    }
}
