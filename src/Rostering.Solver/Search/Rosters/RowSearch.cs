namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The best row of one person over some days for given prices of its cells, the rest of the row held and no hard rule broken: a shortest path
/// with resources (Irnich and Desaulniers 2005) through the <see cref="RowGraph"/>. Labels lie in vectors over the sum of amounts, so that an
/// arc extends many of them at once.
/// </summary>
internal sealed class RowSearch(RosterProblem problem)
{
    private readonly RowResources resources = new(problem);
    private readonly RowChoices choices = new(problem.Shifts);
    private readonly RowClosing closing = new();
    private readonly RowLabels labels = new();
    private readonly byte[] whole = new byte[problem.Days];

    /// <inheritdoc cref="RowResources.IsNarrow"/>
    public bool IsNarrow
    {
        get => resources.IsNarrow;
        set => resources.IsNarrow = value;
    }

    /// <inheritdoc cref="RowChoices.MostTiers"/>
    public int MostTiers
    {
        get => choices.MostTiers;
        set => choices.MostTiers = value;
    }

    /// <summary>
    /// Writes the best shifts for the days into <paramref name="cells"/> where they cost less than <paramref name="limit"/>, which counts
    /// what <see cref="RowCosts.Around"/> counts, the sums of the row, and prices.
    /// </summary>
    /// <param name="cells">The whole row; of the days to fill only which limits they use up matters.</param>
    /// <param name="prices">Price of each cell, by day from the first to fill, then shift; infinite where it may not be.</param>
    public bool TryImprove(int person, Span<byte> cells, int from, int to, ReadOnlySpan<double> prices, double limit)
    {
        RowCosts row = problem.RowCosts[person];
        RowGraph graph = row.Graph;
        (int seed, int weekends) = graph.Walk(cells, 0, from, 0);
        if (seed < 0 || !resources.TryBegin(row, cells, from, to, prices, weekends))
        {
            return false;
        }

        choices.Begin(row, cells, from, to);
        labels.Begin(to - from + 1, graph.MostNodes, resources, choices, seed);
        for (int day = from; day <= to; day++)
        {
            choices.Choose(graph.Layers[day], Today(prices, day - from));
            labels.Extend(day - from, graph.Layers[day], choices);
        }

        closing.Begin(graph, cells, to);
        cells.CopyTo(whole);
        if (!TryTrace(graph, from, to, prices) || !(Cost(person, from, to, prices) < limit))
        {
            return false;
        }

        whole.CopyTo(cells);
        return true;
    }

    private bool TryTrace(RowGraph graph, int from, int to, ReadOnlySpan<double> prices)
    {
        (int node, int slot) = Last(graph.Layers[to].Nodes.Length, to - from + 1);
        for (int day = to; day >= from && node >= 0; day--)
        {
            choices.Choose(graph.Layers[day], Today(prices, day - from));
            (node, slot, whole[day]) = labels.Before(day - from, graph.Layers[day], choices, node, slot);
        }

        return node >= 0;
    }

    private (int Node, int Slot) Last(int nodes, int layer)
    {
        (int best, int bestSlot, double least) = (-1, 0, double.PositiveInfinity);
        for (int node = 0; node < nodes; node++)
        {
            for (int slot = 0; slot < labels.Slots && closing.Cost(node) < LevelCost.OneHard; slot++)
            {
                double cost = labels.Cost(layer, node, slot) + closing.Cost(node);
                if (cost < least)
                {
                    (int amount, int weekends) = labels.Sums(layer, slot);
                    long sums = resources.Close(amount, weekends + closing.Weekends(node));
                    (best, bestSlot, least) = sums < LevelCost.OneHard && cost + sums < least ? (node, slot, cost + sums) : (best, bestSlot, least);
                }
            }
        }

        return (best, bestSlot);
    }

    // Counted anew, so that what the labels leave out, limits that did not fit among them, is seen too.
    private double Cost(int person, int from, int to, ReadOnlySpan<double> prices)
    {
        long cost = problem.RowCosts[person].Around(whole, from, to) + RosterCost.Sums(problem, person, whole);
        double priced = LevelCost.Hard(cost) > 0 ? double.PositiveInfinity : LevelCost.Soft(cost);
        for (int day = from; day <= to; day++)
        {
            priced += Today(prices, day - from)[whole[day]];
        }

        return priced;
    }

    private ReadOnlySpan<double> Today(ReadOnlySpan<double> prices, int index) => prices.Slice(index * problem.Shifts, problem.Shifts);
}
