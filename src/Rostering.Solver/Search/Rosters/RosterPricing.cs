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

    // How much looser prices begin than those at which rows came to rest: less where each row takes long to find.
    private const double Heating = 100;
    private const double SearchHeating = 10;
    private const double Loosest = 0.002;

    // Prices as loose as this may hold all rows for a while, and still move them later.
    private const double Firm = 0.1;

    // More than the noise in prices brings.
    private const double LeastGain = 0.5;
    private const int LaterTiers = 8;

    // By person, day and shift.
    private const int MostCellsSearched = 1_600;
    private readonly RosterProblem problem;
    private readonly SearchRandom random;

    // Where cover has to be exact sums are soft, and each row is searched with all sums told apart, and so it is in small rosters, where
    // that is quick. Elsewhere it is improved by pieces, which alone do not get past a small roster's last few short shifts.
    private readonly bool searches;
    private readonly RowSearch rows;
    private readonly RowPieces pieces;
    private readonly byte[] roster;
    private readonly int[] cover;
    private readonly double[] worth;
    private readonly double[] prices;
    private readonly byte[] before;
    private readonly int[] order;
    private int sweeps;
    private int changed;

    public RosterPricing(RosterProblem problem, ReadOnlySpan<byte> start, SearchRandom random)
    {
        (this.problem, this.random) = (problem, random);
        searches = problem.CoverIsExact || problem.CellCosts.Length <= MostCellsSearched;
        (rows, pieces) = (new RowSearch(problem), new RowPieces(problem));
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

    /// <summary>Rows looked for.</summary>
    public long RowsTried { get; private set; }

    /// <summary>The present roster.</summary>
    public ReadOnlySpan<byte> Roster => roster;

    /// <summary>
    /// Runs cycle after cycle, each from loose prices to firm ones until no row changes any more, each slower than the one before and from
    /// looser prices than those at which most rows of that one came to rest.
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
            rest = Cycle(Math.Max(Loosest, rest / (searches ? SearchHeating : Heating)), Math.Pow(Heating, 1 / slowness), IsOver, () =>
            {
                sweeps++;
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
            still = changed == 0 && firmness > Firm ? still + 1 : 0;
            rest = changed > problem.People / 3 ? firmness : rest;
        }

        return rest;
    }

    private void Sweep(double firmness, Func<bool> isOver)
    {
        changed = 0;
        random.Shuffle<int>(order);
        foreach (int person in order)
        {
            if (isOver())
            {
                return;
            }

            changed += Replace(person, firmness) ? 1 : 0;
        }

        for (int i = 0; i < worth.Length; i++)
        {
            CoverRule rule = problem.Cover[i];
            worth[i] = Math.Clamp(worth[i] + (StepPerFirmness * firmness * (rule.Required - cover[i])), -Worth(rule.Over), Worth(rule.Under));
        }
    }

    private bool Replace(int person, double firmness)
    {
        Span<byte> row = roster.AsSpan(person * problem.Days, problem.Days);
        RowsTried++;
        Count(row, -1);
        for (int i = 0; i < prices.Length; i++)
        {
            prices[i] = Price(person, i, firmness);
        }

        bool hasChanged = !searches && LevelCost.Hard(RosterCost.OfRow(problem, person, row)) == 0
            ? pieces.Improve(person, row, prices) > LeastGain
            : TrySearch(person, row);
        Count(row, 1);
        return hasChanged;
    }

    private bool TrySearch(int person, Span<byte> row)
    {
        double present = Weigh(problem.RowCosts[person].Around(row, 0, problem.Days - 1) + RosterCost.Sums(problem, person, row)) + 1e-6;
        for (int day = 0; day < problem.Days; day++)
        {
            present += prices[(day * problem.Shifts) + row[day]];
        }

        row.CopyTo(before);
        rows.IsNarrow = sweeps == 0;
        if (!rows.TryImprove(person, row, 0, problem.Days - 1, prices, present) && rows.IsNarrow)
        {
            rows.IsNarrow = false;
            rows.TryImprove(person, row, 0, problem.Days - 1, prices, present);
        }

        return !row.SequenceEqual(before);
    }

    private void Count(ReadOnlySpan<byte> row, int by)
    {
        for (int day = 0; day < row.Length; day++)
        {
            cover[(day * problem.Shifts) + row[day]] += by;
        }
    }

    private double Price(int person, int i, double firmness)
    {
        long cell = problem.CellCosts[(person * prices.Length) + i];
        if (cell >= LevelCost.OneHard && i % problem.Shifts > 0)
        {
            return double.PositiveInfinity;
        }

        CoverRule rule = problem.Cover[i];
        (double under, double over) = (Worth(rule.Under), Worth(rule.Over));
        double missing = rule.Required - cover[i] - 0.5;
        return Weigh(cell) - Math.Clamp(worth[i] + (firmness * (under + over) * missing), -over, under) + (1e-3 * random.NextDouble());
    }

    // Cover that is a hard rule is worth more than any wish, but not so much that wishes are lost in it.
    private static double Worth(long price) => price >= LevelCost.OneHard ? HardCover : price;

    private static double Weigh(long cost) => (LevelCost.Hard(cost) * HardWeight) + LevelCost.Soft(cost);
}
