namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// A roster under search: the shift of each person on each day, the cover of each shift, and per person what their row sums up to.
/// A change is priced by the days it touches and the runs beside them, never by the whole roster.
/// </summary>
public sealed partial class RosterState : IIslandState<RosterState>
{
    private readonly RosterProblem problem;
    private readonly RosterSearchOptions options;
    private readonly SearchRandom random;
    private readonly RowCosts[] costs;
    private readonly byte[] cells;
    private readonly int[] cover;
    private readonly int[] amounts;
    private readonly ulong[] weekends;
    private readonly int[] uses;
    private readonly byte[] best;
    private long total;

    public RosterState(RosterProblem problem, ReadOnlySpan<byte> start, RosterSearchOptions options, SearchRandom random)
    {
        (this.problem, this.options, this.random) = (problem, options, random);
        costs = problem.RowCosts;
        cells = start.ToArray();
        best = start.ToArray();
        cover = new int[problem.Days * problem.Shifts];
        amounts = new int[problem.People];
        weekends = new ulong[problem.People];
        uses = new int[problem.People * problem.Shifts];
        (rowBefore, choices) = (new byte[problem.Days], Choices(problem));
        (rows, prices) = (new RowSearch(problem), new double[problem.Days * problem.Shifts]);
        (rebuilt, left) = (new int[options.MostRebuilt], new byte[options.MostRebuilt * problem.Days]);
        Recount();
        BestTotal = total;
    }

    /// <inheritdoc/>
    public double Cost => Weighed(total);

    /// <inheritdoc/>
    public double BestCost => (LevelCost.Hard(BestTotal) * 1e9) + LevelCost.Soft(BestTotal);

    /// <summary>Cost of the best roster met, in <see cref="LevelCost"/>.</summary>
    public long BestTotal { get; private set; }

    /// <summary>The best roster met, by person, then day.</summary>
    public ReadOnlySpan<byte> Best => best;

    /// <summary>The present roster, by person, then day.</summary>
    public ReadOnlySpan<byte> Cells => cells;

    /// <summary>Cost of the present roster, in <see cref="LevelCost"/>, kept move by move.</summary>
    public long Total => total;

    /// <inheritdoc/>
    public bool KeepIfBest()
    {
        if (total >= BestTotal)
        {
            return false;
        }

        BestTotal = total;
        cells.CopyTo(best, 0);
        return true;
    }

    /// <inheritdoc/>
    public void Adopt(RosterState other) => Restart(other.best);

    /// <summary>Goes on from a given roster.</summary>
    public void Restart(ReadOnlySpan<byte> roster)
    {
        roster.CopyTo(cells);
        Recount();
        KeepIfBest();
    }

    /// <summary>Counts all anew from the cells alone.</summary>
    private void Recount()
    {
        Array.Clear(cover);
        total = 0;
        for (int person = 0; person < problem.People; person++)
        {
            Recount(person);
            total += costs[person].Around(Row(person), 0, problem.Days - 1) + Sums(person);
            for (int day = 0; day < problem.Days; day++)
            {
                int shift = cells[(person * problem.Days) + day];
                cover[(day * problem.Shifts) + shift]++;
                total += problem.CellCost(person, day, shift);
            }
        }

        for (int i = 0; i < cover.Length; i++)
        {
            total += problem.Cover[i].Cost(cover[i]);
        }
    }

    private void Recount(int person)
    {
        ReadOnlySpan<byte> row = Row(person);
        Span<int> used = uses.AsSpan(person * problem.Shifts, problem.Shifts);
        used.Clear();
        amounts[person] = 0;
        foreach (byte shift in row)
        {
            used[shift]++;
            amounts[person] += costs[person].Amounts[shift];
        }

        weekends[person] = costs[person].Weekends(row, 0, problem.Days - 1, 0);
    }

    private Span<byte> Row(int person) => cells.AsSpan(person * problem.Days, problem.Days);

    private long Sums(int person) => costs[person].Sums(amounts[person], uses.AsSpan(person * problem.Shifts, problem.Shifts), weekends[person]);

    private double Weighed(long cost) => (LevelCost.Hard(cost) * options.HardWeight) + LevelCost.Soft(cost);
}
