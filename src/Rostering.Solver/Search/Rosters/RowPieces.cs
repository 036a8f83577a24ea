namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Improves legal rows over long horizons: the cheapest row by prices and tolls, which may pass limits on sums a little, is merged piece by piece into
/// the row that there is.
/// </summary>
internal sealed class RowPieces(RosterProblem problem)
{
    private readonly RowPath path = new(problem);
    private readonly RowMerge merge = new(problem);
    private readonly RowTolls[] tolls = [.. problem.RowCosts.Select(row => new RowTolls(row))];
    private readonly double[] tolled = new double[problem.Days * problem.Shifts];
    private readonly byte[] other = new byte[problem.Days];

    /// <summary>Improves a row that keeps all hard rules, and answers by how much.</summary>
    /// <param name="prices">Price of each cell, by day, then shift; infinite where it may not be.</param>
    public double Improve(int person, Span<byte> cells, ReadOnlySpan<double> prices)
    {
        RowCosts row = problem.RowCosts[person];
        tolls[person].AddTo(prices, tolled);
        if (!path.TryFind(row.Graph, tolled, tolls[person].Weekend, other))
        {
            return 0;
        }

        tolls[person].Learn(other);
        return merge.Merge(row, cells, other, prices);
    }
}
