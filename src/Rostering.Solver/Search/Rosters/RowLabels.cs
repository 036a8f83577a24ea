using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The labels of a path search, layer by layer: the least cost of reaching a node with some amount and weekends worked, and the uses left on
/// the way there. Amounts lie side by side, so that an arc extends many labels at once. Memory is kept from search to search.
/// </summary>
internal sealed class RowLabels
{
    private double[] costs = [];
    private ulong[] uses = [];
    private bool[] live = [];
    private RowResources resources = null!;
    private int mostNodes;
    private bool counts;

    /// <summary>Labels of a node: numbers of weekends by amounts.</summary>
    public int Slots { get; private set; }

    public double Cost(int layer, int node, int slot) => costs[At(layer, node) + slot];

    /// <summary>Makes room for so many days.</summary>
    /// <param name="counts">Whether uses left are told apart.</param>
    public void Begin(int days, int mostNodes, RowResources resources, bool counts)
    {
        (this.mostNodes, this.resources, this.counts, Slots) = (mostNodes, resources, counts, resources.Stride * resources.Weekends);
        int size = (days + 1) * mostNodes * Slots;
        if (costs.Length < size)
        {
            (costs, uses) = (new double[size], new ulong[size]);
        }

        int rows = (days + 1) * mostNodes * resources.Weekends;
        live = live.Length < rows ? new bool[rows] : live;
        live.AsSpan(0, rows).Clear();
    }

    /// <summary>Begins with one label.</summary>
    public void Seed(int node, ulong left)
    {
        costs.AsSpan(At(0, node), Slots).Fill(double.PositiveInfinity);
        (costs[At(0, node)], uses[At(0, node)], live[Row(0, node, 0)]) = (0, left, true);
    }

    /// <summary>Extends the labels of a layer by all that is worth trying on the next day.</summary>
    public void Extend(int index, RowLayer layer, RowChoices choices)
    {
        costs.AsSpan(At(index + 1, 0), layer.Nodes.Length * Slots).Fill(double.PositiveInfinity);
        foreach (ref readonly RowArc arc in layer.Arcs.AsSpan())
        {
            int shift = arc.Amount + resources.LeastAmount(index) - resources.LeastAmount(index + 1);
            int later = arc.Weekend + resources.LeastWeekends(index) - resources.LeastWeekends(index + 1);
            for (int weekends = Math.Max(0, -later); weekends < Math.Min(resources.Weekends, resources.Weekends - later); weekends++)
            {
                if (live[Row(index, arc.From, weekends)])
                {
                    live[Row(index + 1, arc.To, weekends + later)] = true;
                    int source = At(index, arc.From) + (weekends * resources.Stride);
                    int target = At(index + 1, arc.To) + ((weekends + later) * resources.Stride);
                    Extend(source + Math.Max(0, -shift), target + Math.Max(0, shift), InFullVectors(resources.Stride - Math.Abs(shift)), arc.Cost, choices.Of(arc.Set));
                }
            }
        }
    }

    /// <summary>The label that one of a day came of, and the shift that it took.</summary>
    public (int Node, int Slot, byte Shift) Before(int index, RowLayer layer, RowChoices choices, int node, int slot)
    {
        int label = At(index + 1, node) + slot;
        for (int i = layer.Into[node]; i < layer.Into[node + 1]; i++)
        {
            RowArc arc = layer.Arcs[i];
            int amount = (slot % resources.Stride) - arc.Amount - resources.LeastAmount(index) + resources.LeastAmount(index + 1);
            int weekends = (slot / resources.Stride) - arc.Weekend - resources.LeastWeekends(index) + resources.LeastWeekends(index + 1);
            if (amount < 0 || amount >= resources.Stride || weekends < 0 || weekends >= resources.Weekends || !live[Row(index, arc.From, weekends)])
            {
                continue;
            }

            int before = (weekends * resources.Stride) + amount;
            foreach (RowChoice choice in choices.Of(arc.Set))
            {
                if (IsStep(At(index, arc.From) + before, label, choice, arc.Cost))
                {
                    return (arc.From, before, choice.Shift);
                }
            }
        }

        return (-1, 0, 0);
    }

    // Rounded down, so that nothing is written past a row of labels: its last places are to spare.
    private static int InFullVectors(int count) => count / Vector<double>.Count * Vector<double>.Count;

    private bool IsStep(int from, int to, in RowChoice choice, long cost) =>
        costs[from] + (choice.Price + cost) == costs[to] && (!counts || ((uses[from] & choice.Mask) != 0 && uses[from] - choice.One == uses[to]));

    private void Extend(int source, int target, int count, long cost, ReadOnlySpan<RowChoice> choices)
    {
        foreach (ref readonly RowChoice choice in choices)
        {
            if (counts)
            {
                ExtendCounted(source, target, count, choice.Price + cost, choice);
            }
            else
            {
                Extend(source, target, count, choice.Price + cost);
            }
        }
    }

    private void Extend(int source, int target, int count, double price)
    {
        Vector<double> more = new(price);
        for (int i = 0; i < count; i += Vector<double>.Count)
        {
            Vector<double> cost = Load(costs, source + i) + more;
            Vector.Min(cost, Load(costs, target + i)).StoreUnsafe(ref costs[target + i]);
        }
    }

    private void ExtendCounted(int source, int target, int count, double price, in RowChoice choice)
    {
        (Vector<double> more, Vector<ulong> mask, Vector<ulong> one) = (new(price), new(choice.Mask), new(choice.One));
        for (int i = 0; i < count; i += Vector<double>.Count)
        {
            Vector<double> cost = Load(costs, source + i) + more;
            Vector<double> present = Load(costs, target + i);
            Vector<ulong> left = Load(uses, source + i);
            Vector<long> isBetter = Vector.AndNot(Vector.LessThan(cost, present), Vector.Equals(left & mask, Vector<ulong>.Zero).As<ulong, long>());
            if (isBetter != Vector<long>.Zero)
            {
                Vector.ConditionalSelect(isBetter, cost, present).StoreUnsafe(ref costs[target + i]);
                Vector.ConditionalSelect(isBetter.As<long, ulong>(), left - one, Load(uses, target + i)).StoreUnsafe(ref uses[target + i]);
            }
        }
    }

    private static Vector<T> Load<T>(T[] values, int from) => Vector.LoadUnsafe(ref values[from]);

    private int At(int layer, int node) => ((layer * mostNodes) + node) * Slots;

    private int Row(int layer, int node, int weekends) => (((layer * mostNodes) + node) * resources.Weekends) + weekends;
}
