using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The sums that labels are told apart by, amounts and weekends worked within the filled days, and the range of each that is looked at after
/// each day: what can still meet hard limits, and, over a long horizon, what keeps near an even pace.
/// </summary>
internal sealed class RowResources(RosterProblem problem)
{
    private const int LongHorizon = 63;
    private const int WideShifts = 6;
    private const int NarrowShifts = 2;
    private const int WideWeekends = 3;
    private const int NarrowWeekends = 1;
    private readonly int[] leastAmounts = new int[problem.Days + 1];
    private readonly int[] leastWeekends = new int[problem.Days + 1];
    private readonly int[] workable = new int[problem.Days + 1];
    private RosterContract contract = problem.Contracts[0];
    private int heldAmount;
    private int heldWeekends;

    /// <summary>Whether, over a long horizon, only rows that keep close to an even pace are looked at: much quicker, and enough for a first row.</summary>
    public bool IsNarrow { get; set; }

    /// <summary>Places of a vector over amounts, some to spare at its end.</summary>
    public int Stride { get; private set; }

    /// <summary>Numbers of weekends told apart after a day.</summary>
    public int Weekends { get; private set; }

    /// <summary>The amount that stands first in the vectors after so many days.</summary>
    public int LeastAmount(int layer) => leastAmounts[layer];

    /// <summary>The number of weekends that stands first after so many days.</summary>
    public int LeastWeekends(int layer) => leastWeekends[layer];

    /// <summary>Price of the sums of a row.</summary>
    public long Close(int amount, int weekends) => contract.Amount.Cost(heldAmount + amount) + contract.Weekends.CountCost(heldWeekends + weekends);

    /// <summary>Works out the ranges; answers no where hard limits leave none.</summary>
    /// <param name="weekendsBefore">Weekends worked that are over before the first day to fill.</param>
    public bool TryBegin(RowCosts row, ReadOnlySpan<byte> cells, int from, int to, ReadOnlySpan<double> prices, int weekendsBefore)
    {
        (contract, heldWeekends, heldAmount) = (row.Contract, weekendsBefore, 0);
        for (int day = 0; day < problem.Days; day++)
        {
            heldAmount += day < from || day > to ? row.Amounts[cells[day]] : 0;
        }

        int days = to - from + 1;
        for (int i = 0; i < days; i++)
        {
            workable[i + 1] = workable[i] + (prices.Slice((i * problem.Shifts) + 1, problem.Shifts - 1).IndexOfAnyExcept(double.PositiveInfinity) >= 0 ? 1 : 0);
        }

        return TryRangeAmounts(row, days) && TryRangeWeekends(row.WeekendSpans, cells, from, to);
    }

    private bool TryRangeAmounts(RowCosts row, int days)
    {
        AmountRule rule = contract.Amount;
        int each = row.Amounts.Max();
        int most = rule.OverCost >= LevelCost.OneHard ? rule.Max - heldAmount : int.MaxValue;
        int least = rule.UnderCost >= LevelCost.OneHard ? rule.Min - heldAmount : 0;
        bool keepsPace = days > LongHorizon && most < int.MaxValue && least > 0;
        int band = (IsNarrow ? NarrowShifts : WideShifts) * row.LeastAmount;
        int widest = 0;
        for (int i = 0; i <= days; i++)
        {
            int pace = keepsPace ? (int)((least + most) / 2 * (long)workable[i] / Math.Max(1, workable[days])) : 0;
            int low = Math.Max(least - (each * MostDays(days - i, workable[days] - workable[i])), keepsPace ? pace - band : 0);
            int high = Math.Min(Math.Min(most, each * MostDays(i, workable[i])), keepsPace ? pace + band : int.MaxValue);
            leastAmounts[i] = Math.Max(0, low);
            widest = Math.Max(widest, high - leastAmounts[i] + 1);
            if (high < leastAmounts[i])
            {
                return false;
            }
        }

        int lanes = Vector<double>.Count;
        Stride = ((widest + lanes - 1) / lanes * lanes) + lanes;
        return true;
    }

    // Days that can be worked of so many in a row.
    private int MostDays(int days, int open)
    {
        if (contract.WorkRuns.LongCost < LevelCost.OneHard)
        {
            return open;
        }

        int run = contract.WorkRuns.Max;
        int cycle = run + (contract.OffRuns.ShortCost >= LevelCost.OneHard ? Math.Max(1, contract.OffRuns.Min) : 1);
        return Math.Min(open, (days / cycle * run) + Math.Min(days % cycle, run));
    }

    private bool TryRangeWeekends((int First, int Length)[] spans, ReadOnlySpan<byte> cells, int from, int to)
    {
        WeekendRule rule = contract.Weekends;
        (int inside, int after) = (0, 0);
        foreach ((int first, int length) in spans)
        {
            inside += first + length > from && first + length - 1 <= to ? 1 : 0;
            after += first > to && cells.Slice(first, length).ContainsAnyExcept((byte)0) ? 1 : 0;
        }

        int band = IsNarrow ? NarrowWeekends : WideWeekends;
        bool isHard = rule.MaxCost >= LevelCost.OneHard;
        int most = isHard ? Math.Min(inside, rule.Max - heldWeekends - after) : inside;
        bool keepsPace = isHard && to - from >= LongHorizon && most > (2 * band) + 1;
        for (int i = 0; i <= to - from + 1; i++)
        {
            leastWeekends[i] = keepsPace ? Math.Max(0, (most * i / (to - from + 1)) - band) : 0;
        }

        Weekends = (keepsPace ? 2 * band : most) + 1;
        return most >= 0;
    }
}
