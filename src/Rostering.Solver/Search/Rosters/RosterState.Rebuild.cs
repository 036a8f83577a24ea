namespace Rostering.Solver.Search.Rosters;

/// <content>
/// Ruin and recreate by rows (Schrimpf et al. 2000): some people leave some weeks, and come back one after another, each on the best row
/// for what is then missing.
/// </content>
public sealed partial class RosterState
{
    private readonly RowSearch rows;
    private readonly double[] prices;
    private readonly int[] rebuilt;
    private readonly byte[] left;

    private bool TryRebuild(double limit)
    {
        int people = Math.Min(problem.People, 1 + random.Next(options.MostRebuilt));
        (int from, int to) = RebuiltDays();
        Choose(people);
        long change = 0;
        for (int i = 0; i < people; i++)
        {
            change += Leave(rebuilt[i], i, from, to);
        }

        double noise = random.Next(2) == 0 ? 0 : (limit - Cost) * random.NextDouble() * 2;
        for (int i = 0; i < people; i++)
        {
            change += Return(rebuilt[i], from, to, noise);
        }

        if (change < 0 || (change > 0 && Weighed(total + change) <= limit))
        {
            total += change;
            return true;
        }

        for (int i = 0; i < people; i++)
        {
            PutBack(rebuilt[i], i, from, to);
        }

        return change == 0;
    }

    // Whole weeks, so that no weekend is cut; the whole horizon where it is short enough.
    private (int From, int To) RebuiltDays()
    {
        if (problem.Days <= options.MostRebuiltDays)
        {
            return (0, problem.Days - 1);
        }

        int days = 7 * (1 + random.Next(options.MostRebuiltDays / 7));
        int from = 7 * random.Next(((problem.Days - days) / 7) + 1);
        return (from, Math.Min(problem.Days, from + days) - 1);
    }

    private void Choose(int people)
    {
        for (int i = 0; i < people; i++)
        {
            int person = random.Next(problem.People);
            while (rebuilt.AsSpan(0, i).Contains(person))
            {
                person = random.Next(problem.People);
            }

            rebuilt[i] = person;
        }
    }

    private long Leave(int person, int index, int from, int to)
    {
        Span<byte> row = Row(person);
        row.CopyTo(left.AsSpan(index * problem.Days));
        long change = -RowPart(person, from, to);
        for (int day = from; day <= to; day++)
        {
            change += Recover(day, row[day], -1);
        }

        return change;
    }

    private long Return(int person, int from, int to, double noise)
    {
        Span<byte> row = Row(person);
        double present = Weighed(costs[person].Around(row, from, to) + Sums(person));
        for (int day = from; day <= to; day++)
        {
            for (int shift = 0; shift < problem.Shifts; shift++)
            {
                prices[((day - from) * problem.Shifts) + shift] = Price(person, day, shift) + (noise > 0 ? noise * random.NextDouble() : 0);
            }

            present += prices[((day - from) * problem.Shifts) + row[day]];
        }

        rows.TryImprove(person, row, from, to, prices, present + 1e-6);
        Recount(person);
        long change = RowPart(person, from, to);
        for (int day = from; day <= to; day++)
        {
            change += Recover(day, row[day], 1);
        }

        return change;
    }

    private void PutBack(int person, int index, int from, int to)
    {
        Span<byte> row = Row(person);
        for (int day = from; day <= to; day++)
        {
            Recover(day, row[day], -1);
            row[day] = left[(index * problem.Days) + day];
            Recover(day, row[day], 1);
        }

        Recount(person);
    }

    private double Price(int person, int day, int shift)
    {
        long cell = problem.CellCost(person, day, shift);
        if (cell >= LevelCost.OneHard && shift > 0)
        {
            return double.PositiveInfinity;
        }

        int i = (day * problem.Shifts) + shift;
        CoverRule rule = problem.Cover[i];
        return Weighed(cell) + (cover[i] < rule.Required ? -Weighed(rule.Under) : Weighed(rule.Over));
    }
}
