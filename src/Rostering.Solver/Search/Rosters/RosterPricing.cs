namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Finds rosters by prices of cover: each person in turn takes the best row at the present prices, and prices rise where cover is short and
/// fall where there is too much (Lagrangian relaxation; Wedelin 1995 for rosters). First prices follow slowly what rows want, then ever more
/// what one more person is worth at the present cover, until both are the same.
/// </summary>
internal sealed class RosterPricing
{
    private const double HardWeight = 5_000;
    private const double HardCover = 20;
    private const double StepPerFirmness = 10;
    private const double FirstSweeps = 40;
    private const double SweepGrowth = 1.3;
    private const double MostFirmness = 4;
    private const double Heating = 10;
    private const int LaterTiers = 8;
    private const int ShortDays = 63;
    private const double LeastSweeps = 150;
    private readonly RosterProblem problem;
    private readonly SearchRandom random;
    private readonly RowSearch rows;
    private readonly byte[] roster;
    private readonly int[] cover;
    private readonly double[] worth;
    private readonly double[] prices;
    private readonly byte[] before;
    private readonly int[] order;
    private int sweeps;
    private bool isShort;
    private int changed;

    public RosterPricing(RosterProblem problem, ReadOnlySpan<byte> start, SearchRandom random)
    {
        (this.problem, this.random) = (problem, random);
        rows = new RowSearch(problem);
        roster = start.ToArray();
        cover = new int[problem.Days * problem.Shifts];
        before = new byte[problem.Days];
        order = [.. Enumerable.Range(0, problem.People)];
        worth = [.. problem.Cover.Select(rule => rule.Required > 0 ? Worth(rule.Under) / 2 : 0)];
        prices = new double[problem.Days * problem.Shifts];
        for (int cell = 0; cell < roster.Length; cell++)
        {
            cover[(cell % problem.Days * problem.Shifts) + roster[cell]]++;
        }
    }

    /// <summary>The present roster.</summary>
    public ReadOnlySpan<byte> Roster => roster;

    /// <summary>
    /// Runs cycle after cycle, each from loose prices to firm ones until no row changes any more, each slower than the one before and from
    /// a tenth of the firmness at which most rows of that one came to rest.
    /// </summary>
    /// <param name="progress">Share of the time that is over; the first sweep, which makes all rows legal, is finished however late it is.</param>
    /// <param name="onRoster">Called after every sweep.</param>
    public void Run(Func<double> progress, Action<RosterPricing> onRoster, CancellationToken stop)
    {
        bool IsOver() => stop.IsCancellationRequested || (sweeps > 0 && progress() >= 1);
        double rest = 0.03;
        for (double slowness = FirstSweeps; !IsOver(); slowness *= SweepGrowth)
        {
            rows.MostTiers = slowness > FirstSweeps ? LaterTiers : 1;
            rest = Cycle(rest / Heating, Math.Pow(Heating * Heating, 1 / slowness), IsOver, () =>
            {
                sweeps++;
                isShort |= sweeps == 1 && progress() * LeastSweeps > 1;
                onRoster(this);
            });
        }
    }

    // Answers the firmness at which most rows came to rest.
    private double Cycle(double firmness, double growth, Func<bool> isOver, Action onSweep)
    {
        double rest = firmness;
        for (int still = 0; still < 2 && firmness < MostFirmness && !isOver(); firmness *= growth)
        {
            Sweep(firmness, isOver);
            onSweep();
            still = changed == 0 ? still + 1 : 0;
            rest = changed > problem.People / 3 ? firmness : rest;
        }

        return rest;
    }

    private void Sweep(double firmness, Func<bool> isOver)
    {
        changed = 0;
        (int from, int to) = Window();
        random.Shuffle<int>(order);
        foreach (int person in order)
        {
            if (isOver())
            {
                return;
            }

            Replace(person, from, to, firmness);
        }

        for (int i = from * problem.Shifts; i < (to + 1) * problem.Shifts; i++)
        {
            CoverRule rule = problem.Cover[i];
            worth[i] = Math.Clamp(worth[i] + (StepPerFirmness * firmness * (rule.Required - cover[i])), -Worth(rule.Over), Worth(rule.Under));
        }
    }

    // The whole horizon, unless there is time for too few sweeps of it.
    private (int From, int To) Window()
    {
        if (!isShort || problem.Days <= ShortDays)
        {
            return (0, problem.Days - 1);
        }

        int from = 7 * random.Next(((problem.Days - ShortDays) / 7) + 1);
        return (from, Math.Min(problem.Days, from + ShortDays) - 1);
    }

    private void Replace(int person, int from, int to, double firmness)
    {
        Span<byte> row = roster.AsSpan(person * problem.Days, problem.Days);
        double present = Weigh(problem.RowCosts[person].Around(row, from, to) + RosterCost.Sums(problem, person, row)) + 1e-6;
        for (int day = from; day <= to; day++)
        {
            cover[(day * problem.Shifts) + row[day]]--;
            for (int shift = 0; shift < problem.Shifts; shift++)
            {
                prices[((day - from) * problem.Shifts) + shift] = Price(person, day, shift, firmness);
            }

            present += prices[((day - from) * problem.Shifts) + row[day]];
        }

        row.CopyTo(before);
        rows.IsNarrow = sweeps == 0;
        if (!rows.TryImprove(person, row, from, to, prices, present) && rows.IsNarrow)
        {
            rows.IsNarrow = false;
            rows.TryImprove(person, row, from, to, prices, present);
        }

        changed += row.SequenceEqual(before) ? 0 : 1;
        for (int day = from; day <= to; day++)
        {
            cover[(day * problem.Shifts) + row[day]]++;
        }
    }

    private double Price(int person, int day, int shift, double firmness)
    {
        long cell = problem.CellCost(person, day, shift);
        if (cell >= LevelCost.OneHard && shift > 0)
        {
            return double.PositiveInfinity;
        }

        int i = (day * problem.Shifts) + shift;
        CoverRule rule = problem.Cover[i];
        (double under, double over) = (Worth(rule.Under), Worth(rule.Over));
        double missing = rule.Required - cover[i] - 0.5;
        return Weigh(cell) - Math.Clamp(worth[i] + (firmness * (under + over) * missing), -over, under) + (1e-3 * random.NextDouble());
    }

    // Cover that is a hard rule is worth more than any wish, but not so much that wishes are lost in it.
    private static double Worth(long price) => price >= LevelCost.OneHard ? HardCover : price;

    private static double Weigh(long cost) => (LevelCost.Hard(cost) * HardWeight) + LevelCost.Soft(cost);
}
