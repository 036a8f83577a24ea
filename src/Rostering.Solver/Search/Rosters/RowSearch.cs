using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The best row of one person over some days for given prices of its cells, the rest of the row held: a shortest path with resources
/// (Irnich and Desaulniers 2005) whose labels carry the last shifts, the run, the sum of amounts and the weekends. Labels that cannot come
/// below a limit, by a bound that leaves sums and weekends out, are dropped.
/// </summary>
internal sealed class RowSearch(RosterProblem problem, double hardWeight)
{
    private const int RunBits = 8;
    internal const int LongestCap = (1 << RunBits) - 1;
    private const int AmountBits = 14;
    private const int WeekendBits = 7;
    private const int UseBits = 6;
    private const int MostUse = (1 << UseBits) - 1;
    private const int MostTracked = 64 / UseBits;
    private readonly RowLabels labels = new();
    private readonly RowBound bound = new(problem, hardWeight);
    private readonly int[] tracked = new int[MostTracked];
    private readonly int[] useOf = new int[problem.Shifts];
    private RowCosts row = problem.RowCosts[0];
    private RosterContract contract = problem.RowCosts[0].Contract;
    private int[] amountOf = [];
    private int[] weekendEnds = [];
    private bool[] inWeekend = [];

    /// <summary>
    /// Writes the best shifts for the days into <paramref name="cells"/> where they cost less than <paramref name="limit"/>, which counts
    /// what <see cref="RowCosts.Around"/> counts, the sums of the row, and prices.
    /// </summary>
    /// <param name="cells">The whole row; the days to fill are read for nothing.</param>
    /// <param name="prices">Price of each cell, by day from the first to fill, then shift; infinite where it may not be.</param>
    public bool TryImprove(int person, Span<byte> cells, int from, int to, ReadOnlySpan<double> prices, double limit)
    {
        Begin(person, cells, from, to);
        bound.Fill(row, cells, from, to, prices);
        labels.Clear();
        labels.NewLayer();
        Seed(cells, from, to);
        int layer = 0;
        for (int day = from; day <= to; day++)
        {
            int end = labels.Count;
            labels.NewLayer();
            ReadOnlySpan<double> today = prices.Slice((day - from) * problem.Shifts, problem.Shifts);
            for (int label = layer; label < end; label++)
            {
                Extend(label, day, today, limit);
            }

            layer = end;
        }

        return TryTake(layer, cells, from, to, limit);
    }

    private void Begin(int person, ReadOnlySpan<byte> cells, int from, int to)
    {
        row = problem.RowCosts[person];
        contract = row.Contract;
        if (weekendEnds.Length != problem.Days)
        {
            weekendEnds = new int[problem.Days];
            inWeekend = new bool[problem.Days];
        }

        amountOf = row.Amounts;
        Array.Clear(weekendEnds);
        Array.Clear(inWeekend);
        foreach ((int weekend, (int first, int length)) in contract.Weekends.Spans.Index())
        {
            weekendEnds[first + length - 1] = weekend + 1;
            inWeekend.AsSpan(first, length).Fill(true);
        }

        Track(cells, from, to);
    }

    // Of shifts that the days could use up, what is left is carried along; it is not part of the key, so limits make the search a heuristic.
    private void Track(ReadOnlySpan<byte> cells, int from, int to)
    {
        Array.Fill(useOf, -1);
        int count = 0;
        foreach (ShiftLimit limit in contract.Limits)
        {
            int left = limit.Max - cells[..from].Count((byte)limit.Shift) - cells[(to + 1)..].Count((byte)limit.Shift);
            if (left <= to - from && count < MostTracked)
            {
                tracked[count] = Math.Clamp(left, 0, MostUse);
                useOf[limit.Shift] = count++;
            }
        }
    }

    private void Seed(ReadOnlySpan<byte> cells, int from, int to)
    {
        int context = 0;
        for (int day = from - row.Width + 1; day < from; day++)
        {
            context = (context * problem.Shifts) + (day < 0 ? 0 : cells[day]);
        }

        int run = 0;
        while (run < from && cells[from - 1 - run] == 0 == (cells[from - 1] == 0))
        {
            run++;
        }

        int amount = 0;
        for (int day = 0; day < problem.Days; day++)
        {
            amount += day < from || day > to ? amountOf[cells[day]] : 0;
        }

        RunRule rule = run > 0 && cells[from - 1] == 0 ? contract.OffRuns : contract.WorkRuns;
        ulong use = 0;
        for (int i = 0; i < MostTracked; i++)
        {
            use |= (ulong)tracked[i] << (i * UseBits);
        }

        double over = run > rule.Max ? Weigh((run - rule.Max) * rule.LongCost) : 0;
        int weekends = BitOperations.PopCount(row.Weekends(cells, 0, from - 1, 0) | row.Weekends(cells, to + 1, problem.Days - 1, 0));
        labels.Offer(Pack(context, Math.Min(run, Cap(rule)), amount, weekends, 0, false), over, -1, use, 0);
    }

    private void Extend(int label, int day, ReadOnlySpan<double> prices, double limit)
    {
        State state = Unpack(labels.Key(label));
        double cost = labels.Cost(label);
        int last = state.Context % problem.Shifts;
        int start = day - row.Width + 1;
        int[] alike = row.AlikeOn(day);
        for (int shift = 0; shift < problem.Shifts; shift++)
        {
            double next = cost + prices[shift];
            if (double.IsPositiveInfinity(next))
            {
                continue;
            }

            int code = (state.Context * problem.Shifts) + shift;
            if (start >= 0)
            {
                next += Weigh(row.PatternsFrom(start)[code]);
            }

            int run = Run(state.Run, last, shift, day, ref next);
            if (next + bound.After(day, shift, run) >= limit)
            {
                continue;
            }

            Move(label, state, day, shift, alike[code % row.Wrap], run, next);
        }
    }

    private void Move(int label, State state, int day, int shift, int context, int run, double cost)
    {
        ulong use = labels.Uses(label);
        if (useOf[shift] is var i and >= 0)
        {
            if (((use >> (i * UseBits)) & MostUse) == 0)
            {
                return;
            }

            use -= 1UL << (i * UseBits);
        }

        bool worked = inWeekend[day] && (state.Worked || shift > 0);
        (int weekends, int weekendRun) = (state.Weekends, state.WeekendRun);
        if (weekendEnds[day] > 0)
        {
            cost += worked || weekendRun == 0 ? 0 : Weigh(contract.Weekends.Runs.Cost(weekendRun, touchesEnd: weekendRun == weekendEnds[day] - 1));
            weekends += worked ? 1 : 0;
            weekendRun = worked ? weekendRun + 1 : 0;
            worked = false;
        }

        int amount = state.Amount + amountOf[shift];
        if (contract.Amount.OverCost >= LevelCost.OneHard && amount > contract.Amount.Max)
        {
            return;
        }

        labels.Offer(Pack(context, run, amount, weekends, TracksWeekendRuns ? weekendRun : 0, worked), cost, label, use, (byte)shift);
    }

    private bool TracksWeekendRuns => contract.Weekends.Runs != RunRule.Free;

    // The run after a day; what an ended run was too short, and a long one goes on too long, is charged.
    private int Run(int run, int last, int shift, int day, ref double cost)
    {
        bool off = shift == 0;
        RunRule rule = off ? contract.OffRuns : contract.WorkRuns;
        if (run > 0 && last == 0 == off)
        {
            cost += run >= rule.Max ? Weigh(rule.LongCost) : 0;
            return Math.Min(run + 1, Cap(rule));
        }

        if (run > 0)
        {
            cost += Short(off ? contract.WorkRuns : contract.OffRuns, run, touchesEnd: run == day);
        }

        cost += rule.Max < 1 ? Weigh(rule.LongCost) : 0;
        return 1;
    }

    private double Short(RunRule rule, int run, bool touchesEnd) =>
        run < rule.Min && !(rule.OpenEnds && touchesEnd) ? Weigh((rule.Min - run) * rule.ShortCost) : 0;

    private bool TryTake(int layer, Span<byte> cells, int from, int to, double limit)
    {
        int best = -1;
        for (int label = layer; label < labels.Count; label++)
        {
            double cost = labels.Cost(label) + Close(Unpack(labels.Key(label)), cells, to);
            if (cost < limit)
            {
                (best, limit) = (label, cost);
            }
        }

        for (int day = to, label = best; label >= 0 && day >= from; day--, label = labels.Parent(label))
        {
            cells[day] = labels.Shift(label);
        }

        return best >= 0;
    }

    private double Close(State state, ReadOnlySpan<byte> cells, int to)
    {
        long cost = contract.Amount.Cost(state.Amount) + contract.Weekends.CountCost(state.Weekends)
            + (TracksWeekendRuns ? contract.Weekends.Runs.Cost(state.WeekendRun, touchesEnd: true) : 0);
        int context = state.Context;
        for (int start = to - row.Width + 2; start <= to; start++)
        {
            int ahead = start + row.Width - 1;
            int code = (context * problem.Shifts) + (ahead < problem.Days ? cells[ahead] : 0);
            cost += start >= 0 ? row.PatternsFrom(start)[code] : 0;
            context = code % row.Wrap;
        }

        return Weigh(cost) + RowBound.CloseRun(contract, state.Context % problem.Shifts == 0, state.Run, cells, to, hardWeight);
    }

    /// <summary>The length from which on runs are alike: none is too short any more, and each day more costs the same.</summary>
    internal static int Cap(RunRule rule) => Math.Min(LongestCap, Math.Max(Math.Max(rule.Min, 1), rule.LongCost > 0 && rule.Max < int.MaxValue ? rule.Max + 1 : 1));

    private double Weigh(long cost) => cost == 0 ? 0 : (LevelCost.Hard(cost) * hardWeight) + LevelCost.Soft(cost);

    private static ulong Pack(int context, int run, int amount, int weekends, int weekendRun, bool worked) =>
        ((((((((((ulong)context << RunBits) | (uint)run) << AmountBits) | (uint)amount) << WeekendBits) | (uint)weekends) << WeekendBits) | (uint)weekendRun) << 1) | (worked ? 1UL : 0);

    private static State Unpack(ulong key) => new(
        (int)(key >> (1 + WeekendBits + WeekendBits + AmountBits + RunBits)),
        (int)((key >> (1 + WeekendBits + WeekendBits + AmountBits)) & ((1UL << RunBits) - 1)),
        (int)((key >> (1 + WeekendBits + WeekendBits)) & ((1UL << AmountBits) - 1)),
        (int)((key >> (1 + WeekendBits)) & ((1UL << WeekendBits) - 1)),
        (int)((key >> 1) & ((1UL << WeekendBits) - 1)),
        (key & 1) != 0);

    private readonly record struct State(int Context, int Run, int Amount, int Weekends, int WeekendRun, bool Worked);
}
