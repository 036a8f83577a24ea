namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// What a person pays, on top of prices, for each unit of amount, each weekend worked and each use of a limited shift, so that the row that is
/// cheapest for them comes to lie within the limits on sums (Lagrangian multipliers). Steps grow while they go one way and shrink when they turn.
/// </summary>
internal sealed class RowTolls
{
    private const double Longer = 1.25;
    private const double Shorter = 0.5;
    private const double Least = 0.01;
    private const double First = 1;
    private readonly RowCosts row;
    private readonly double[] tolls;
    private readonly double[] steps;

    public RowTolls(RowCosts row)
    {
        (this.row, tolls) = (row, new double[row.Limits.Length + 2]);
        steps = [.. Enumerable.Repeat(First, tolls.Length)];
    }

    /// <summary>What each weekend worked pays.</summary>
    public double Weekend => tolls[1];

    /// <summary>Adds what each shift pays.</summary>
    public void AddTo(ReadOnlySpan<double> prices, Span<double> tolled)
    {
        int shifts = row.Amounts.Length;
        Span<double> each = stackalloc double[shifts];
        for (int shift = 0; shift < shifts; shift++)
        {
            each[shift] = tolls[0] * row.Amounts[shift];
        }

        for (int i = 0; i < row.Limits.Length; i++)
        {
            each[row.Limits[i].Shift] += tolls[i + 2];
        }

        for (int i = 0; i < prices.Length; i += shifts)
        {
            for (int shift = 0; shift < shifts; shift++)
            {
                tolled[i + shift] = prices[i + shift] + each[shift];
            }
        }
    }

    /// <summary>Makes dearer what a row has too much of, and cheaper what it has too little of.</summary>
    public void Learn(ReadOnlySpan<byte> cells)
    {
        int sum = 0;
        foreach (byte shift in cells)
        {
            sum += row.Amounts[shift];
        }

        AmountRule amount = row.Contract.Amount;
        Learn(0, sum, amount.UnderCost > 0 ? amount.Min : int.MinValue, amount.OverCost > 0 ? amount.Max : int.MaxValue, amount.UnderCost, amount.OverCost);
        WeekendRule weekends = row.Contract.Weekends;
        Learn(1, row.Graph.Walk(cells, 0, cells.Length, 0).Weekends, int.MinValue, weekends.Max, 0, weekends.MaxCost);
        for (int i = 0; i < row.Limits.Length; i++)
        {
            ShiftLimit limit = row.Limits[i];
            Learn(i + 2, cells.Count((byte)limit.Shift), int.MinValue, limit.Max, 0, limit.OverCost);
        }
    }

    // Towards the limit that is passed, or that the toll is there for; a toll ends where it would turn without a limit being passed.
    private void Learn(int i, int sum, int min, int max, long under, long over)
    {
        double toll = tolls[i];
        int direction = sum > max || (toll < 0 && sum > min) ? 1 : sum < min || (toll > 0 && sum < max) ? -1 : 0;
        if (direction == 0)
        {
            return;
        }

        steps[i] = direction * (Math.Sign(steps[i]) == direction ? Math.Abs(steps[i]) * Longer : Math.Max(Least, Math.Abs(steps[i]) * Shorter));
        bool hasTurned = Math.Sign(toll) == -direction && Math.Sign(toll + steps[i]) == direction && sum >= min && sum <= max;
        tolls[i] = hasTurned ? 0 : Math.Clamp(toll + steps[i], -(double)under, over);
    }
}
