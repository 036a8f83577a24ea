namespace Rostering.Solver.Search.Rosters;

/// <summary>What the held days after the filled ones add to each node that the filled ones may end on.</summary>
internal sealed class RowClosing
{
    private int[] nodes = [];
    private long[] costs = [];
    private int[] weekends = [];

    /// <summary>At least <see cref="LevelCost.OneHard"/> where a hard rule would be broken; what is the same for all nodes may be left out.</summary>
    public long Cost(int node) => costs[node];

    public int Weekends(int node) => weekends[node];

    public void Begin(RowGraph graph, ReadOnlySpan<byte> cells, int to)
    {
        int count = graph.Layers[to].Nodes.Length;
        if (nodes.Length < count)
        {
            (nodes, costs, weekends) = (new int[count], new long[count], new int[count]);
        }

        costs.AsSpan(0, count).Clear();
        weekends.AsSpan(0, count).Clear();
        for (int node = 0; node < count; node++)
        {
            nodes[node] = node;
        }

        int met = -1;
        int day = to + 1;
        for (; day < cells.Length && !HaveMet(count, out met); day++)
        {
            Step(graph.Layers[day], cells[day], count);
        }

        (int last, int common) = day < cells.Length && met >= 0 ? graph.Walk(cells, day, cells.Length, met) : (-1, 0);
        for (int node = 0; node < count; node++)
        {
            int end = day < cells.Length ? last : nodes[node];
            costs[node] = nodes[node] < 0 || end < 0 ? LevelCost.OneHard : costs[node] + graph.Ends[end];
            weekends[node] += common;
        }
    }

    private void Step(RowLayer layer, int shift, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (nodes[i] >= 0)
            {
                RowArc? arc = layer.Step(nodes[i], shift);
                nodes[i] = arc?.To ?? -1;
                costs[i] += arc?.Cost ?? 0;
                weekends[i] += arc?.Weekend ?? 0;
            }
        }
    }

    // From where all paths have met they stay together.
    private bool HaveMet(int count, out int met)
    {
        met = -1;
        foreach (int node in nodes.AsSpan(0, count))
        {
            if (node >= 0 && met >= 0 && node != met)
            {
                return false;
            }

            met = node >= 0 ? node : met;
        }

        return true;
    }
}
