namespace Rostering.Solver.Search.Rosters;

/// <content>The moves.</content>
public sealed partial class RosterState
{
    private readonly byte[] rowBefore;
    private readonly byte[][] choices;

    /// <inheritdoc/>
    public bool TryMove(double limit)
    {
        int kind = random.Next(1_000_000);
        if (kind < options.Rebuilds)
        {
            return TryRebuild(limit);
        }

        kind = random.Next(1000);
        if (kind < options.Exchanges && problem.People > 1)
        {
            return TryExchange(limit);
        }

        return kind < options.Exchanges + options.Slides ? TrySlide(limit) : TryAssign(limit);
    }

    // Two people exchange their shifts on some days in a row; the cover stays as it is.
    private bool TryExchange(double limit)
    {
        int one = random.Next(problem.People);
        int other = random.Next(problem.People - 1);
        other += other >= one ? 1 : 0;
        int from = random.Next(problem.Days);
        int to = Math.Min(problem.Days - 1, from + random.Next(options.LongestBlock));
        Span<byte> first = Row(one)[from..(to + 1)];
        Span<byte> second = Row(other)[from..(to + 1)];
        if (first.SequenceEqual(second))
        {
            return false;
        }

        long change = -(RowPart(one, from, to) + RowPart(other, from, to));
        Exchange(one, other, from, to);
        change += RowPart(one, from, to) + RowPart(other, from, to);
        if (Weighed(total + change) <= limit)
        {
            total += change;
            return true;
        }

        Exchange(one, other, from, to);
        return false;
    }

    // One person exchanges the shifts of two days, mostly near each other.
    private bool TrySlide(double limit)
    {
        int person = random.Next(problem.People);
        int one = random.Next(problem.Days);
        int other = Math.Min(problem.Days - 1, one + 1 + random.Next(options.LongestBlock));
        Span<byte> row = Row(person);
        if (row[one] == row[other])
        {
            return false;
        }

        row[one..(other + 1)].CopyTo(rowBefore);
        (rowBefore[0], rowBefore[other - one]) = (rowBefore[other - one], rowBefore[0]);
        return TryWrite(person, one, other, limit);
    }

    // One person works one shift, or none, on a few days in a row.
    private bool TryAssign(double limit)
    {
        int person = random.Next(problem.People);
        int from = random.Next(problem.Days);
        int to = Math.Min(problem.Days - 1, from + (random.Next(2) == 0 ? 0 : random.Next(4)));
        byte shift = random.Next(3) == 0 ? (byte)0 : choices[person][random.Next(choices[person].Length)];
        if (!Row(person)[from..(to + 1)].ContainsAnyExcept(shift))
        {
            return false;
        }

        rowBefore.AsSpan(0, to - from + 1).Fill(shift);
        return TryWrite(person, from, to, limit);
    }

    private bool TryWrite(int person, int from, int to, double limit)
    {
        long change = -RowPart(person, from, to) + Write(person, from, to);
        change += RowPart(person, from, to);
        if (Weighed(total + change) <= limit)
        {
            total += change;
            return true;
        }

        Write(person, from, to);
        return false;
    }

    // Puts the noted shifts in place and notes those that were there, so that doing it again takes it back. Answers what it changed in cover.
    private long Write(int person, int from, int to)
    {
        Span<byte> row = Row(person);
        long change = 0;
        for (int day = from; day <= to; day++)
        {
            (byte old, byte now) = (row[day], rowBefore[day - from]);
            if (old != now)
            {
                change += Recover(day, old, -1) + Recover(day, now, 1);
                Reuse(person, old, now);
                (row[day], rowBefore[day - from]) = (now, old);
            }
        }

        weekends[person] = costs[person].Weekends(row, from, to, weekends[person]);
        return change;
    }

    private void Exchange(int one, int other, int from, int to)
    {
        Span<byte> first = Row(one);
        Span<byte> second = Row(other);
        for (int day = from; day <= to; day++)
        {
            (byte a, byte b) = (first[day], second[day]);
            if (a != b)
            {
                Reuse(one, a, b);
                Reuse(other, b, a);
                (first[day], second[day]) = (b, a);
            }
        }

        weekends[one] = costs[one].Weekends(first, from, to, weekends[one]);
        weekends[other] = costs[other].Weekends(second, from, to, weekends[other]);
    }

    private long Recover(int day, int shift, int by)
    {
        int i = (day * problem.Shifts) + shift;
        CoverRule rule = problem.Cover[i];
        long before = rule.Cost(cover[i]);
        cover[i] += by;
        return rule.Cost(cover[i]) - before;
    }

    private void Reuse(int person, byte old, byte now)
    {
        uses[(person * problem.Shifts) + old]--;
        uses[(person * problem.Shifts) + now]++;
        int[] amount = costs[person].Amounts;
        amounts[person] += amount[now] - amount[old];
    }

    // Price of all in a person's row that the days from one to another take part in.
    private long RowPart(int person, int from, int to)
    {
        ReadOnlySpan<byte> row = Row(person);
        long cost = costs[person].Around(row, from, to) + Sums(person);
        for (int day = from; day <= to; day++)
        {
            cost += problem.CellCost(person, day, row[day]);
        }

        return cost;
    }

    // Shifts that a person may work on some day without breaking a hard rule by the cell alone.
    private static byte[][] Choices(RosterProblem problem) => [.. Enumerable.Range(0, problem.People).Select(person => (byte[])
    [
        .. Enumerable.Range(0, problem.Shifts).Where(shift => Enumerable.Range(0, problem.Days).Any(day => problem.CellCost(person, day, shift) < LevelCost.OneHard))
            .Select(shift => (byte)shift),
    ])];
}
