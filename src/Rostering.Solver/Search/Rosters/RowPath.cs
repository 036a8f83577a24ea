using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The cheapest row that keeps the hard rules on patterns, runs and weekends, for given prices of cells and of each weekend worked: a shortest path
/// through the <see cref="RowGraph"/> without sums to tell labels apart by, as <see cref="RowSearch"/> has to, hence far quicker.
/// </summary>
internal sealed class RowPath(RosterProblem problem)
{
    private readonly int mostNodes = problem.RowCosts.Max(row => row.Graph.MostNodes);
    private readonly double[] costs = new double[(problem.Days + 1) * problem.RowCosts.Max(row => row.Graph.MostNodes)];
    private readonly int[] arcs = new int[(problem.Days + 1) * problem.RowCosts.Max(row => row.Graph.MostNodes)];
    private readonly double[] cheapest = new double[problem.RowCosts.Max(row => row.Graph.MostSets)];

    /// <summary>Writes the row; answers no where there is none.</summary>
    /// <param name="prices">Price of each cell, by day, then shift; infinite where it may not be.</param>
    public bool TryFind(RowGraph graph, ReadOnlySpan<double> prices, double weekendPrice, Span<byte> cells)
    {
        costs[0] = 0;
        for (int day = 0; day < problem.Days; day++)
        {
            Extend(day, graph.Layers[day], Today(prices, day), weekendPrice);
        }

        int node = Last(graph);
        for (int day = problem.Days - 1; day >= 0 && node >= 0; day--)
        {
            RowLayer layer = graph.Layers[day];
            RowArc arc = layer.Arcs[arcs[((day + 1) * mostNodes) + node]];
            cells[day] = Cheapest(layer.Sets[arc.Set], Today(prices, day));
            node = arc.From;
        }

        return node >= 0;
    }

    private void Extend(int day, RowLayer layer, ReadOnlySpan<double> prices, double weekendPrice)
    {
        for (int set = 0; set < layer.Sets.Length; set++)
        {
            cheapest[set] = prices[Cheapest(layer.Sets[set], prices)];
        }

        ReadOnlySpan<double> from = costs.AsSpan(day * mostNodes, mostNodes);
        ReadOnlySpan<RowArc> all = layer.Arcs;
        int index = 0;
        for (int node = 0; node < layer.Nodes.Length; node++)
        {
            (double least, int best) = (double.PositiveInfinity, index);
            for (int end = layer.Into[node + 1]; index < end; index++)
            {
                ref readonly RowArc arc = ref all[index];
                double cost = from[arc.From] + cheapest[arc.Set] + arc.Cost + (arc.Weekend * weekendPrice);
                (least, best) = cost < least ? (cost, index) : (least, best);
            }

            int to = ((day + 1) * mostNodes) + node;
            (costs[to], arcs[to]) = (least, best);
        }
    }

    private int Last(RowGraph graph)
    {
        (double least, int best) = (double.PositiveInfinity, -1);
        for (int node = 0; node < graph.Ends.Length; node++)
        {
            double cost = costs[(problem.Days * mostNodes) + node] + graph.Ends[node];
            (least, best) = graph.Ends[node] < LevelCost.OneHard && cost < least ? (cost, node) : (least, best);
        }

        return best;
    }

    private static byte Cheapest(ulong set, ReadOnlySpan<double> prices)
    {
        int best = BitOperations.TrailingZeroCount(set);
        for (ulong rest = set & (set - 1); rest != 0; rest &= rest - 1)
        {
            int shift = BitOperations.TrailingZeroCount(rest);
            best = prices[shift] < prices[best] ? shift : best;
        }

        return (byte)best;
    }

    private ReadOnlySpan<double> Today(ReadOnlySpan<double> prices, int day) => prices.Slice(day * problem.Shifts, problem.Shifts);
}
