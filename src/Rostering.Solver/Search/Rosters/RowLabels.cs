using System.Numerics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The labels of a path search, layer by layer: the least cost of reaching a node with some uses, weekends and amount, and the uses left on
/// the way there. Amounts lie side by side, so that an arc extends many labels at once. Memory is kept from search to search.
/// </summary>
internal sealed class RowLabels
{
    private double[] costs = [];
    private ulong[] lefts = [];
    private bool[] isLive = [];
    private RowResources resources = null!;
    private int mostNodes;
    private int tiers;
    private bool carries;

    /// <summary>Labels of a node: weekends by tiers by amounts.</summary>
    public int Slots => resources.Weekends * tiers * resources.Stride;

    public double Cost(int layer, int node, int slot) => costs[(Line(layer, node, 0, 0) * resources.Stride) + slot];

    /// <summary>The sums that a slot of a layer stands for.</summary>
    public (int Amount, int Weekends) Sums(int layer, int slot) =>
        (resources.LeastAmount(layer) + (slot % resources.Stride), resources.LeastWeekends(layer) + (slot / resources.Stride / tiers));

    /// <summary>Makes room for so many days and begins with one label.</summary>
    public void Begin(int days, int mostNodes, RowResources resources, RowChoices choices, int seed)
    {
        (this.mostNodes, this.resources, tiers, carries) = (mostNodes, resources, choices.Tiers, choices.AnyCarried);
        int lines = (days + 1) * mostNodes * resources.Weekends * tiers;
        if (costs.Length < lines * resources.Stride)
        {
            (costs, lefts) = (new double[lines * resources.Stride], new ulong[lines * resources.Stride]);
        }

        isLive = isLive.Length < lines ? new bool[lines] : isLive;
        isLive.AsSpan(0, lines).Clear();
        int line = Line(0, seed, 0, 0);
        costs.AsSpan(line * resources.Stride, resources.Stride).Fill(double.PositiveInfinity);
        (costs[line * resources.Stride], lefts[line * resources.Stride], isLive[line]) = (0, choices.Left, true);
    }

    /// <summary>Extends the labels of a layer by all that is worth trying on the next day.</summary>
    public void Extend(int index, RowLayer layer, RowChoices choices)
    {
        costs.AsSpan(Line(index + 1, 0, 0, 0) * resources.Stride, layer.Nodes.Length * Slots).Fill(double.PositiveInfinity);
        foreach (ref readonly RowArc arc in layer.Arcs.AsSpan())
        {
            (int more, int later) = Steps(index, arc);
            for (int weekends = Math.Max(0, -later); weekends < Math.Min(resources.Weekends, resources.Weekends - later); weekends++)
            {
                for (int tier = 0; tier < tiers; tier++)
                {
                    if (isLive[Line(index, arc.From, weekends, tier)])
                    {
                        Extend(Line(index, arc.From, weekends, tier), Line(index + 1, arc.To, weekends + later, tier), tier, more, arc.Cost, choices.Of(arc.Set));
                    }
                }
            }
        }
    }

    /// <summary>The label that one of a day came of, and the shift that it took.</summary>
    public (int Node, int Slot, byte Shift) Before(int index, RowLayer layer, RowChoices choices, int node, int slot)
    {
        int label = (Line(index + 1, node, 0, 0) * resources.Stride) + slot;
        for (int i = layer.Into[node]; i < layer.Into[node + 1]; i++)
        {
            RowArc arc = layer.Arcs[i];
            (int more, int later) = Steps(index, arc);
            (int amount, int weekends) = ((slot % resources.Stride) - more, (slot / resources.Stride / tiers) - later);
            if (amount < 0 || amount >= resources.Stride || weekends < 0 || weekends >= resources.Weekends)
            {
                continue;
            }

            foreach (RowChoice choice in choices.Of(arc.Set))
            {
                int tier = (slot / resources.Stride % tiers) - choice.Use.Step;
                if (tier >= 0 && choice.Use.Fits(tier) && IsStep(Line(index, arc.From, weekends, tier), amount, label, choice, arc.Cost))
                {
                    return (arc.From, (((weekends * tiers) + tier) * resources.Stride) + amount, choice.Shift);
                }
            }
        }

        return (-1, 0, 0);
    }

    // By how many places an arc moves labels along amounts and weekends.
    private (int More, int Later) Steps(int index, in RowArc arc) => (
        arc.Amount + resources.LeastAmount(index) - resources.LeastAmount(index + 1),
        arc.Weekend + resources.LeastWeekends(index) - resources.LeastWeekends(index + 1));

    private bool IsStep(int line, int amount, int to, in RowChoice choice, long cost)
    {
        int from = (line * resources.Stride) + amount;
        return isLive[line] && costs[from] + (choice.Price + cost) == costs[to]
            && (!carries || ((lefts[from] & choice.Use.Mask) != 0 && lefts[from] - choice.Use.One == lefts[to]));
    }

    private void Extend(int from, int to, int tier, int more, long cost, ReadOnlySpan<RowChoice> choices)
    {
        // Rounded down to whole vectors, so that nothing is written past a line of labels: its last places are to spare.
        int count = (resources.Stride - Math.Abs(more)) / Vector<double>.Count * Vector<double>.Count;
        int source = (from * resources.Stride) + Math.Max(0, -more);
        foreach (ref readonly RowChoice choice in choices)
        {
            if (!choice.Use.Fits(tier))
            {
                continue;
            }

            isLive[to + choice.Use.Step] = true;
            int target = ((to + choice.Use.Step) * resources.Stride) + Math.Max(0, more);
            if (carries)
            {
                ExtendCarrying(source, target, count, choice.Price + cost, choice.Use);
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
            Vector.Min(Load(costs, source + i) + more, Load(costs, target + i)).StoreUnsafe(ref costs[target + i]);
        }
    }

    private void ExtendCarrying(int source, int target, int count, double price, in RowUse use)
    {
        (Vector<double> more, Vector<ulong> mask, Vector<ulong> one) = (new(price), new(use.Mask), new(use.One));
        for (int i = 0; i < count; i += Vector<double>.Count)
        {
            (Vector<double> cost, Vector<double> present, Vector<ulong> left) = (Load(costs, source + i) + more, Load(costs, target + i), Load(lefts, source + i));
            Vector<long> isBetter = Vector.AndNot(Vector.LessThan(cost, present), Vector.Equals(left & mask, Vector<ulong>.Zero).As<ulong, long>());
            if (isBetter != Vector<long>.Zero)
            {
                Vector.ConditionalSelect(isBetter, cost, present).StoreUnsafe(ref costs[target + i]);
                Vector.ConditionalSelect(isBetter.As<long, ulong>(), left - one, Load(lefts, target + i)).StoreUnsafe(ref lefts[target + i]);
            }
        }
    }

    private static Vector<T> Load<T>(T[] values, int from) => Vector.LoadUnsafe(ref values[from]);

    // Labels that differ in the amount only lie in one line.
    private int Line(int layer, int node, int weekends, int tier) => (((((layer * mostNodes) + node) * resources.Weekends) + weekends) * tiers) + tier;
}
