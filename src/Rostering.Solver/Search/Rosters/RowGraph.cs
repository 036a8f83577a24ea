using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// All rows that keep the hard rules on patterns, runs and weekends, as paths through a layer of nodes a day. A node is what the days so far
/// leave open; an arc stands for all shifts that lead from one node to another at the same price and amount. Layers that are alike are shared.
/// </summary>
internal sealed class RowGraph
{
    private readonly RowCosts row;
    private readonly RosterContract contract;
    private readonly int days;
    private readonly int shifts;
    private readonly int[] weekendEnds;
    private readonly bool[] inWeekend;

    public RowGraph(RowCosts row, int days, int shifts)
    {
        (this.row, this.days, this.shifts, contract) = (row, days, shifts, row.Contract);
        (weekendEnds, inWeekend) = (new int[days], new bool[days]);
        foreach ((int weekend, (int first, int length)) in contract.Weekends.Spans.Index())
        {
            weekendEnds[first + length - 1] = weekend + 1;
            inWeekend.AsSpan(first, length).Fill(true);
        }

        Layers = Build();
        Ends = [.. Layers[^1].Nodes.Select(EndCost)];
        MostNodes = Layers.Max(layer => layer.Nodes.Length);
        MostSets = Layers.Max(layer => layer.Sets.Length);
    }

    /// <summary>A layer a day.</summary>
    public RowLayer[] Layers { get; }

    /// <summary>What ending the horizon on each node of the last layer costs; at least <see cref="LevelCost.OneHard"/> where it may not.</summary>
    public long[] Ends { get; }

    /// <summary>Nodes of the largest layer.</summary>
    public int MostNodes { get; }

    /// <summary>Sets of shifts of the layer that has most.</summary>
    public int MostSets { get; }

    /// <summary>The node that held days lead to from a node, negative where they break a hard rule, and the weekends they complete as worked.</summary>
    public (int Node, int Weekends) Walk(ReadOnlySpan<byte> cells, int from, int end, int node)
    {
        int weekends = 0;
        for (int day = from; day < end && node >= 0; day++)
        {
            RowArc? arc = Layers[day].Step(node, cells[day]);
            (node, weekends) = (arc?.To ?? -1, weekends + (arc?.Weekend ?? 0));
        }

        return (node, weekends);
    }

    private RowLayer[] Build()
    {
        Dictionary<string, RowLayer> alike = new(StringComparer.Ordinal);
        RowLayer[] layers = new RowLayer[days];
        RowNode[] before = [default];
        for (int day = 0; day < days; day++)
        {
            string key = Key(day, before);
            if (!alike.TryGetValue(key, out RowLayer? layer))
            {
                alike[key] = layer = Layer(day, before);
            }

            layers[day] = layer;
            before = layer.Nodes;
        }

        return layers;
    }

    // All that a layer hangs on; the first and last days differ by runs that touch an end of the horizon.
    private string Key(int day, RowNode[] before)
    {
        int runStart = day <= Math.Max(contract.WorkRuns.Cap, contract.OffRuns.Cap) ? day : -1;
        int weekendStart = contract.Weekends.Runs == RunRule.Free ? -1 : weekendEnds[day];
        return $"{row.TableOf(day - row.Width + 1)} {row.AlikeOf(day)} {runStart} {weekendStart} {inWeekend[day]} {weekendEnds[day] > 0} {string.Join(',', before)}";
    }

    private RowLayer Layer(int day, RowNode[] before)
    {
        Dictionary<RowNode, int> nodes = [];
        Dictionary<RowArc, ulong> arcs = [];
        for (int from = 0; from < before.Length; from++)
        {
            for (int shift = 0; shift < shifts; shift++)
            {
                (RowNode next, int weekend, long cost) = Step(before[from], day, shift);
                if (cost < LevelCost.OneHard)
                {
                    int to = nodes.TryGetValue(next, out int known) ? known : nodes[next] = nodes.Count;
                    RowArc arc = new(from, to, weekend, row.Amounts[shift], cost, 0);
                    arcs[arc] = arcs.GetValueOrDefault(arc) | (1UL << shift);
                }
            }
        }

        return new RowLayer([.. nodes.OrderBy(node => node.Value).Select(node => node.Key)], arcs, before.Length, shifts);
    }

    private (RowNode Next, int Weekend, long Cost) Step(RowNode node, int day, int shift)
    {
        int code = (node.Context * shifts) + shift;
        int start = day - row.Width + 1;
        (int run, long cost) = Run(node, day, shift);
        cost += start >= 0 ? row.PatternsFrom(start)[code] : 0;
        bool worked = inWeekend[day] && (node.Worked || shift > 0);
        (int weekendRun, int weekend) = (node.WeekendRun, 0);
        if (weekendEnds[day] > 0)
        {
            RunRule runs = contract.Weekends.Runs;
            cost += worked ? 0 : runs.Shortfall(weekendRun, touchesEnd: weekendRun == weekendEnds[day] - 1);
            cost += worked && weekendRun >= runs.Max ? runs.LongCost : 0;
            weekendRun = worked && runs != RunRule.Free ? Math.Min(weekendRun + 1, runs.Cap) : 0;
            (weekend, worked) = (worked ? 1 : 0, false);
        }

        return (new RowNode(row.AlikeOn(day)[code % row.Wrap], run, weekendRun, worked), weekend, cost);
    }

    // The run after a day; what an ended run was too short, and a long one goes on too long, is charged.
    private (int Run, long Cost) Run(RowNode node, int day, int shift)
    {
        bool off = shift == 0;
        (RunRule mine, RunRule other) = off ? (contract.OffRuns, contract.WorkRuns) : (contract.WorkRuns, contract.OffRuns);
        bool goesOn = node.Run > 0 && node.Context % shifts == 0 == off;
        return goesOn
            ? (Math.Min(node.Run + 1, mine.Cap), node.Run >= mine.Max ? mine.LongCost : 0)
            : (1, other.Shortfall(node.Run, touchesEnd: node.Run == day) + (mine.Max < 1 ? mine.LongCost : 0));
    }

    private long EndCost(RowNode node)
    {
        long cost = contract.Weekends.Runs.Shortfall(node.WeekendRun, touchesEnd: true);
        cost += (node.Context % shifts == 0 ? contract.OffRuns : contract.WorkRuns).Shortfall(node.Run, touchesEnd: true);
        int context = node.Context;
        for (int start = days - row.Width + 1; start < days; start++)
        {
            int code = context * shifts;
            cost += start >= 0 ? row.PatternsFrom(start)[code] : 0;
            context = code % row.Wrap;
        }

        return cost;
    }
}

/// <summary>What the days so far leave open.</summary>
/// <param name="Context">The last shifts.</param>
/// <param name="Run">Length of the run they end on.</param>
/// <param name="WeekendRun">Length of the run of weekends worked.</param>
/// <param name="Worked">Whether the weekend that is not over has been worked.</param>
internal readonly record struct RowNode(int Context, int Run, int WeekendRun, bool Worked);

/// <summary>A step from a node to one of the next day.</summary>
/// <param name="Weekend">Weekends that it completes as worked.</param>
/// <param name="Set">Which of the layer's sets of shifts take it.</param>
internal readonly record struct RowArc(int From, int To, int Weekend, int Amount, long Cost, int Set);

/// <summary>The nodes after a day, and the arcs that lead to them.</summary>
internal sealed class RowLayer
{
    private readonly int shifts;
    private readonly int[] steps;

    public RowLayer(RowNode[] nodes, IReadOnlyDictionary<RowArc, ulong> arcs, int before, int shifts)
    {
        (Nodes, this.shifts, steps) = (nodes, shifts, new int[before * shifts]);
        Sets = [.. arcs.Values.Distinct()];
        Arcs = [.. arcs.Select(arc => arc.Key with { Set = Array.IndexOf(Sets, arc.Value) }).OrderBy(arc => arc.To)];
        Into = [.. Enumerable.Range(0, nodes.Length + 1).Select(to => Arcs.Count(arc => arc.To < to))];
        Array.Fill(steps, -1);
        foreach ((int index, RowArc arc) in Arcs.Index())
        {
            for (ulong rest = Sets[arc.Set]; rest != 0; rest &= rest - 1)
            {
                steps[(arc.From * shifts) + BitOperations.TrailingZeroCount(rest)] = index;
            }
        }
    }

    public RowNode[] Nodes { get; }

    /// <summary>By the node that they lead to.</summary>
    public RowArc[] Arcs { get; }

    /// <summary>The first arc into each node, and their number.</summary>
    public int[] Into { get; }

    /// <summary>The sets of shifts of the arcs, a bit a shift.</summary>
    public ulong[] Sets { get; }

    /// <summary>The arc that a shift takes from a node; none where it breaks a hard rule.</summary>
    public RowArc? Step(int node, int shift) => steps[(node * shifts) + shift] is var arc and >= 0 ? Arcs[arc] : null;
}
