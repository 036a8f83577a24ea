namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// The best of two rows of a person: they are cut wherever both pass the same node of the <see cref="RowGraph"/>, and each piece is taken of the one
/// or the other. All of the second are taken first; then pieces are given back, the cheapest for what they mend first, until the limits on sums hold.
/// Where the first row is legal so is the outcome.
/// </summary>
internal sealed class RowMerge(RosterProblem problem)
{
    private const double LeastGain = 1e-6;
    private readonly Piece[] pieces = new Piece[problem.Days];
    private readonly int[] uses = new int[(problem.Days + 1) * problem.Shifts];
    private readonly int[] used = new int[problem.Shifts];
    private RowCosts row = problem.RowCosts[0];
    private int amount;
    private int weekends;
    private int count;

    /// <summary>Improves a legal row by pieces of another that keeps the rules on patterns and runs, and answers by how much.</summary>
    /// <param name="prices">Price of each cell, by day, then shift.</param>
    public double Merge(RowCosts row, Span<byte> cells, ReadOnlySpan<byte> other, ReadOnlySpan<double> prices)
    {
        this.row = row;
        Cut(cells, other, prices);
        long before = Sums();
        double gain = 0;
        for (int i = 0; i < count; i++)
        {
            gain += Flip(i);
        }

        for (int next = NextFlip(); next >= 0; next = NextFlip())
        {
            gain += Flip(next);
        }

        gain += LevelCost.Soft(before) - LevelCost.Soft(Sums());
        return gain > LeastGain && LevelCost.Hard(Sums()) <= LevelCost.Hard(before) ? Take(cells, other, gain) : 0;
    }

    private double Take(Span<byte> cells, ReadOnlySpan<byte> other, double gain)
    {
        foreach (ref readonly Piece piece in pieces.AsSpan(0, count))
        {
            if (piece.IsTaken)
            {
                other[piece.From..piece.End].CopyTo(cells[piece.From..piece.End]);
            }
        }

        return gain;
    }

    // The piece that mends most of what is broken for its price; where nothing is broken, the one that gains most; none where there is no such.
    private int NextFlip()
    {
        long present = Sums();
        (int best, double most) = (-1, 0);
        for (int i = 0; i < count; i++)
        {
            double gain = Flip(i) - LevelCost.Soft(Sums()) + LevelCost.Soft(present);
            long mended = LevelCost.Hard(present) - LevelCost.Hard(Sums());
            Flip(i);
            bool isCandidate = LevelCost.Hard(present) > 0 ? mended > 0 : mended == 0 && gain > LeastGain;
            double worth = mended > 0 ? gain / mended : gain;
            (best, most) = isCandidate && (best < 0 || worth > most) ? (i, worth) : (best, most);
        }

        return best;
    }

    private long Sums()
    {
        long cost = row.Contract.Amount.Cost(amount) + row.Contract.Weekends.CountCost(weekends);
        foreach (ShiftLimit limit in row.Limits)
        {
            cost += limit.Cost(used[limit.Shift]);
        }

        return cost;
    }

    // Takes a piece of the other row, or gives it back; answers what that gains but for sums.
    private double Flip(int i)
    {
        ref Piece piece = ref pieces[i];
        int sign = piece.IsTaken ? -1 : 1;
        piece.IsTaken = !piece.IsTaken;
        amount += sign * piece.Amount;
        weekends += sign * piece.Weekends;
        foreach (ShiftLimit limit in row.Limits)
        {
            used[limit.Shift] += sign * uses[(i * problem.Shifts) + limit.Shift];
        }

        return sign * piece.Gain;
    }

    private void Cut(ReadOnlySpan<byte> cells, ReadOnlySpan<byte> other, ReadOnlySpan<double> prices)
    {
        (count, amount, weekends) = (0, 0, 0);
        used.AsSpan().Clear();
        (int mine, int others, Piece piece) = (0, 0, default);
        Begin();
        for (int day = 0; day < cells.Length; day++)
        {
            RowLayer layer = row.Graph.Layers[day];
            (RowArc from, RowArc to) = (layer.Step(mine, cells[day])!.Value, layer.Step(others, other[day])!.Value);
            (mine, others) = (from.To, to.To);
            used[cells[day]]++;
            uses[(count * problem.Shifts) + cells[day]]--;
            uses[(count * problem.Shifts) + other[day]]++;
            (amount, weekends) = (amount + from.Amount, weekends + from.Weekend);
            (piece.Amount, piece.Weekends) = (piece.Amount + to.Amount - from.Amount, piece.Weekends + to.Weekend - from.Weekend);
            piece.Gain += prices[(day * problem.Shifts) + cells[day]] - prices[(day * problem.Shifts) + other[day]] + from.Cost - to.Cost;
            bool isLast = day == cells.Length - 1;
            if (mine == others || isLast)
            {
                piece.Gain += isLast ? row.Graph.Ends[mine] - row.Graph.Ends[others] : 0;
                piece.End = day + 1;
                pieces[count] = piece;
                count += cells[piece.From..piece.End].SequenceEqual(other[piece.From..piece.End]) ? 0 : 1;
                piece = new Piece { From = day + 1 };
                Begin();
            }
        }
    }

    private void Begin() => uses.AsSpan(count * problem.Shifts, problem.Shifts).Clear();

    private struct Piece
    {
        public int From;
        public int End;
        public int Amount;
        public int Weekends;
        public double Gain;
        public bool IsTaken;
    }
}
