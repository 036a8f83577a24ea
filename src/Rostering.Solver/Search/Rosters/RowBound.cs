namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// A bound on what the days after a day must cost, by the day's shift and the run so far: the row without its sums and weekends, solved
/// backwards (the completion bound of Irnich and Desaulniers 2005).
/// </summary>
internal sealed class RowBound(RosterProblem problem, double hardWeight)
{
    private readonly double[] stays = new double[RowSearch.LongestCap + 1];
    private double[] after = [];
    private int runs;
    private int first;

    public double After(int day, int shift, int run) => after[((((day - first) * problem.Shifts) + shift) * runs) + run];

    public void Fill(RowCosts row, ReadOnlySpan<byte> cells, int from, int to, ReadOnlySpan<double> prices)
    {
        RosterContract contract = row.Contract;
        (int workCap, int offCap) = (RowSearch.Cap(contract.WorkRuns), RowSearch.Cap(contract.OffRuns));
        (runs, first) = (Math.Max(workCap, offCap) + 1, from);
        int size = (to - from + 1) * problem.Shifts * runs;
        after = after.Length < size ? new double[size] : after;
        for (int shift = 0; shift < problem.Shifts; shift++)
        {
            for (int run = 1; run <= (shift == 0 ? offCap : workCap); run++)
            {
                after[Index(to, shift, run)] = CloseRun(contract, shift == 0, run, cells, to, hardWeight);
            }
        }

        for (int day = to - 1; day >= from; day--)
        {
            FillDay(row, day, prices.Slice((day + 1 - from) * problem.Shifts, problem.Shifts), workCap, offCap);
        }
    }

    private void FillDay(RowCosts row, int day, ReadOnlySpan<double> prices, int workCap, int offCap)
    {
        long[] least = row.LeastFrom(day);
        for (int shift = 0; shift < problem.Shifts; shift++)
        {
            int cap = shift == 0 ? offCap : workCap;
            (RunRule mine, RunRule others) = shift == 0 ? (row.Contract.OffRuns, row.Contract.WorkRuns) : (row.Contract.WorkRuns, row.Contract.OffRuns);
            double change = double.PositiveInfinity;
            Span<double> staying = stays.AsSpan(0, cap + 1);
            staying.Fill(double.PositiveInfinity);
            for (int next = 0; next < problem.Shifts; next++)
            {
                double price = prices[next] + Weigh(least[(shift * problem.Shifts) + next]);
                if (double.IsPositiveInfinity(price))
                {
                    continue;
                }

                if (next == 0 == (shift == 0))
                {
                    for (int run = 1; run <= cap; run++)
                    {
                        staying[run] = Math.Min(staying[run], price + (run >= mine.Max ? Weigh(mine.LongCost) : 0) + after[Index(day + 1, next, Math.Min(run + 1, cap))]);
                    }
                }
                else
                {
                    change = Math.Min(change, price + (others.Max < 1 ? Weigh(others.LongCost) : 0) + after[Index(day + 1, next, 1)]);
                }
            }

            for (int run = 1; run <= cap; run++)
            {
                bool open = mine.OpenEnds && run == day + 1;
                double tooShort = run < mine.Min && !open ? Weigh((mine.Min - run) * mine.ShortCost) : 0;
                after[Index(day, shift, run)] = Math.Min(staying[run], change + tooShort);
            }
        }
    }

    /// <summary>What ending the filled days on a run of so many days costs, together with the run that follows in the held part.</summary>
    public static double CloseRun(RosterContract contract, bool off, int run, ReadOnlySpan<byte> cells, int to, double hardWeight)
    {
        RunRule rule = off ? contract.OffRuns : contract.WorkRuns;
        bool atStart = run == to + 1;
        int ahead = to + 1;
        while (ahead < cells.Length && cells[ahead] == 0 == (cells[to + 1] == 0))
        {
            ahead++;
        }

        int length = ahead - to - 1;
        bool atEnd = ahead == cells.Length;
        long cost;
        if (length > 0 && cells[to + 1] == 0 == off)
        {
            int whole = run + length;
            cost = whole < rule.Min && !(rule.OpenEnds && (atStart || atEnd)) ? (rule.Min - whole) * rule.ShortCost : 0;
            cost += rule.LongCost == 0 ? 0 : (Math.Max(0, whole - rule.Max) - Math.Max(0, run - rule.Max)) * rule.LongCost;
        }
        else
        {
            cost = run < rule.Min && !(rule.OpenEnds && (atStart || length == 0)) ? (rule.Min - run) * rule.ShortCost : 0;
            cost += (off ? contract.WorkRuns : contract.OffRuns).Cost(length, atEnd);
        }

        return (LevelCost.Hard(cost) * hardWeight) + LevelCost.Soft(cost);
    }

    private int Index(int day, int shift, int run) => ((((day - first) * problem.Shifts) + shift) * runs) + run;

    private double Weigh(long cost) => cost == 0 ? 0 : (LevelCost.Hard(cost) * hardWeight) + LevelCost.Soft(cost);
}
