using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The price of rows under one contract, in tables: patterns of a few days are looked up by the shifts of those days, runs by their length,
/// weekends by the set of those worked.
/// </summary>
internal sealed class RowCosts
{
    private const int MostWeekendsInTable = 12;
    private readonly int days;
    private readonly int shifts;
    private readonly long[][] local;
    private readonly int[][] alike;
    private readonly int[] tableIds;
    private readonly int[] alikeIds;
    private readonly long[] workInside;
    private readonly long[] workAtEnd;
    private readonly long[] offInside;
    private readonly long[] offAtEnd;
    private readonly long[] weekendTable;
    private readonly int[] weekendOfDay;
    private readonly AmountRule amount;

    public RowCosts(RosterContract contract, int days, int shifts)
    {
        (this.days, this.shifts, Contract) = (days, shifts, contract);
        Width = contract.Patterns.Select(pattern => pattern.Sets.Count).Append(2).Max();
        Wrap = (int)Math.Pow(shifts, Width - 1);
        local = LocalTables();
        alike = AlikeTables();
        (tableIds, alikeIds) = (Ids(local), Ids(alike));
        (workInside, workAtEnd) = (RunTable(contract.WorkRuns, false), RunTable(contract.WorkRuns, true));
        (offInside, offAtEnd) = (RunTable(contract.OffRuns, false), RunTable(contract.OffRuns, true));
        (amount, Limits, WeekendSpans) = (contract.Amount, [.. contract.Limits.OrderBy(limit => limit.Max)], [.. contract.Weekends.Spans]);
        Amounts = contract.Amount.Of.Count == 0 ? new int[shifts] : [.. contract.Amount.Of];
        LeastAmount = Amounts.Where(each => each > 0).DefaultIfEmpty(1).Min();
        weekendOfDay = Enumerable.Repeat(-1, days).ToArray();
        for (int weekend = 0; weekend < WeekendSpans.Length; weekend++)
        {
            Array.Fill(weekendOfDay, weekend, WeekendSpans[weekend].First, WeekendSpans[weekend].Length);
        }

        weekendTable = WeekendSpans.Length > MostWeekendsInTable ? [] : [.. Enumerable.Range(0, 1 << WeekendSpans.Length).Select(worked => WeekendCost((ulong)worked))];
    }

    public RosterContract Contract { get; }

    /// <summary>Days of the longest pattern, two at least.</summary>
    public int Width { get; }

    /// <summary>Number of sequences of shifts one day shorter than the longest pattern.</summary>
    public int Wrap { get; }

    /// <summary>How often shifts may be worked, the scarcest first.</summary>
    public ShiftLimit[] Limits { get; }

    /// <summary>What each shift amounts to.</summary>
    public int[] Amounts { get; }

    /// <summary>The least that a shift worked amounts to.</summary>
    public int LeastAmount { get; }

    /// <summary>First day and length of each weekend.</summary>
    public (int First, int Length)[] WeekendSpans { get; }

    /// <summary>All rows that keep the hard rules on patterns, runs and weekends.</summary>
    public RowGraph Graph { get; private set; } = null!;

    /// <summary>The prices of each person's row; people under one contract share them.</summary>
    public static RowCosts[] Of(RosterProblem problem)
    {
        Dictionary<object, RowGraph> graphs = [];
        Dictionary<RosterContract, RowCosts> compiled = [];
        foreach (RosterContract contract in problem.Contracts.Distinct())
        {
            RowCosts costs = new(contract, problem.Days, problem.Shifts);
            object shape = (contract.Patterns, contract.Amount.Of, contract.WorkRuns, contract.OffRuns, contract.Weekends.Spans, contract.Weekends.Runs);
            compiled[contract] = costs;
            costs.Graph = graphs.TryGetValue(shape, out RowGraph? same) ? same : graphs[shape] = new RowGraph(costs, problem.Days, problem.Shifts);
        }

        return [.. problem.Contracts.Select(contract => compiled[contract])];
    }

    /// <summary>Prices of what starts on a day, by the shifts of the days from it on, the first weighing most; days after the horizon count as off.</summary>
    public long[] PatternsFrom(int day) => local[day];

    /// <summary>Days whose patterns have the same prices have the same number; days before the horizon have none.</summary>
    public int TableOf(int day) => day < 0 ? -1 : tableIds[day];

    /// <summary>Days on which the same sequences are alike have the same number.</summary>
    public int AlikeOf(int day) => alikeIds[day];

    /// <summary>
    /// For the shifts of the last days up to a day, one sequence that stands for all with the same prices to come; working and being off stay apart.
    /// </summary>
    public int[] AlikeOn(int day) => alike[day];

    /// <summary>Price of the patterns and runs that the days from one to another take part in; the difference it makes is the difference of the row.</summary>
    public long Around(ReadOnlySpan<byte> row, int from, int to) => Patterns(row, from, to) + Runs(row, from, to);

    /// <summary>Price of what hangs on sums over the whole row.</summary>
    /// <param name="uses">How often each shift is worked.</param>
    /// <param name="worked">The weekends worked, a bit each.</param>
    public long Sums(int sum, ReadOnlySpan<int> uses, ulong worked)
    {
        long cost = amount.Cost(sum) + (weekendTable.Length > 0 ? weekendTable[worked] : WeekendCost(worked));
        foreach (ShiftLimit limit in Limits)
        {
            cost += limit.Cost(uses[limit.Shift]);
        }

        return cost;
    }

    /// <summary>The weekends worked, a bit each, when those that the days from one to another belong to are looked at anew.</summary>
    public ulong Weekends(ReadOnlySpan<byte> row, int from, int to, ulong before)
    {
        ulong worked = before;
        for (int day = from; day <= to; day++)
        {
            if (weekendOfDay[day] is var weekend and >= 0)
            {
                (int first, int length) = WeekendSpans[weekend];
                worked &= ~(1UL << weekend);
                worked |= row.Slice(first, length).ContainsAnyExcept((byte)0) ? 1UL << weekend : 0;
                day = first + length - 1;
            }
        }

        return worked;
    }

    private long WeekendCost(ulong worked)
    {
        WeekendRule rule = Contract.Weekends;
        long cost = rule.CountCost(BitOperations.PopCount(worked));
        if (rule.Runs == RunRule.Free)
        {
            return cost;
        }

        int length = 0;
        for (int weekend = 0; weekend <= WeekendSpans.Length; weekend++)
        {
            if (weekend < WeekendSpans.Length && ((worked >> weekend) & 1) != 0)
            {
                length++;
                continue;
            }

            cost += rule.Runs.Cost(length, touchesEnd: length == weekend || weekend == WeekendSpans.Length);
            length = 0;
        }

        return cost;
    }

    private long Patterns(ReadOnlySpan<byte> row, int from, int to)
    {
        int first = Math.Max(0, from - Width + 1);
        int code = 0;
        for (int day = first; day < first + Width - 1; day++)
        {
            code = (code * shifts) + (day < days ? row[day] : 0);
        }

        long cost = 0;
        for (int day = first; day <= to; day++)
        {
            int last = day + Width - 1;
            code = (code * shifts) + (last < days ? row[last] : 0);
            cost += local[day][code];
            code -= row[day] * Wrap;
        }

        return cost;
    }

    private long Runs(ReadOnlySpan<byte> row, int from, int to)
    {
        int start = Math.Max(0, from - 1);
        while (start > 0 && row[start - 1] == 0 == (row[start] == 0))
        {
            start--;
        }

        long cost = 0;
        int stop = Math.Min(days - 1, to + 1);
        while (start <= stop)
        {
            bool off = row[start] == 0;
            int end = start + 1;
            while (end < days && row[end] == 0 == off)
            {
                end++;
            }

            bool atEnd = start == 0 || end == days;
            cost += (off ? atEnd ? offAtEnd : offInside : atEnd ? workAtEnd : workInside)[end - start];
            start = end;
        }

        return cost;
    }

    private long[] RunTable(RunRule rule, bool touchesEnd) => [.. Enumerable.Range(0, days + 1).Select(length => rule.Cost(length, touchesEnd))];

    private static int[] Ids<T>(T[] tables)
    {
        T[] distinct = [.. tables.Distinct()];
        return [.. tables.Select(table => Array.IndexOf(distinct, table))];
    }

    // Days on which the same patterns count share a table.
    private long[][] LocalTables()
    {
        Dictionary<string, long[]> shared = new(StringComparer.Ordinal);
        long[][] tables = new long[days][];
        for (int day = 0; day < days; day++)
        {
            ShiftPattern[] counting = [.. Contract.Patterns.Where(pattern => pattern.CountsFrom(day, days))];
            string key = string.Concat(Contract.Patterns.Select(pattern => pattern.CountsFrom(day, days) ? '1' : '0'));
            if (!shared.TryGetValue(key, out long[]? table))
            {
                shared[key] = table = LocalTable(counting);
            }

            tables[day] = table;
        }

        return tables;
    }

    private int[][] AlikeTables()
    {
        Dictionary<string, int[]> shared = new(StringComparer.Ordinal);
        int[][] tables = new int[days][];
        for (int day = 0; day < days; day++)
        {
            long[][] pending = [.. Enumerable.Range(day - Width + 2, Width - 1).Select(start => start < 0 ? [] : local[start])];
            string key = string.Join(',', pending.Select(table => Array.IndexOf(local, table)));
            tables[day] = shared.TryGetValue(key, out int[]? table) ? table : shared[key] = AlikeTable(pending);
        }

        return tables;
    }

    private int[] AlikeTable(long[][] pending)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        int[] table = new int[Wrap];
        for (int context = 0; context < Wrap; context++)
        {
            string prices = $"{context % shifts == 0}:{string.Join(';', pending.Select((starting, i) => Ahead(starting, context, i)))}";
            table[context] = first.TryGetValue(prices, out int same) ? same : first[prices] = context;
        }

        return table;
    }

    // The prices that can still come of a pattern table of which all but the last i + 1 days are known.
    private string Ahead(long[] starting, int context, int i)
    {
        int unknown = (int)Math.Pow(shifts, i + 1);
        int known = starting.Length == 0 ? 0 : context % (starting.Length / unknown);
        return starting.Length == 0 ? "" : string.Join(',', starting.AsSpan(known * unknown, unknown).ToArray());
    }

    private long[] LocalTable(ShiftPattern[] patterns)
    {
        long[] table = new long[Wrap * shifts];
        int[] powers = [.. Enumerable.Range(0, Width).Select(i => (int)Math.Pow(shifts, Width - 1 - i))];
        for (int code = 0; code < table.Length; code++)
        {
            table[code] = patterns.Where(pattern => pattern.Sets.Index().All(entry => ((entry.Item >> (code / powers[entry.Index] % shifts)) & 1) != 0)).Sum(pattern => pattern.Cost);
        }

        return table;
    }
}
