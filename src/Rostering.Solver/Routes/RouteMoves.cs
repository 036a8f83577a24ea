using Rostering.Solver.Search;

namespace Rostering.Solver.Routes;

/// <summary>Random changes of a plan, each put into a change set; false where a drawn change cannot be.</summary>
internal sealed class RouteMoves
{
    private const int SegmentMax = 3;
    private const double LeastKeyGap = 1e-6;
    private readonly RoutePlan plan;
    private readonly ChangeSet changes;
    private readonly SearchRandom random;
    private readonly NearVisits near;
    private readonly RouteProblem problem;
    private readonly Glance glance;
    private readonly WorkdayMoves workdayMoves;
    private readonly bool hasWorkdays;
    private readonly int[][] able;
    private readonly int[] moving = new int[SegmentMax];
    private readonly int[] giving = new int[SegmentMax];

    public RouteMoves(RouteProblem problem, RoutePlan plan, ChangeSet changes, NearVisits near, SearchRandom random)
    {
        (this.problem, this.plan, this.changes, this.near, this.random) = (problem, plan, changes, near, random);
        glance = new Glance(plan);
        workdayMoves = new WorkdayMoves(problem, plan, changes, random);
        hasWorkdays = problem.Workdays is not null;
        able = [.. Enumerable.Range(0, 2 * problem.Visits).Select(seat => Enumerable.Range(0, problem.Workers).Where(worker => changes.May(seat, worker)).ToArray())];
    }

    /// <summary>Plans one random change, unless a glance tells that it would cost more than the limit.</summary>
    public bool TryPlan(double limit)
    {
        changes.Clear();
        int seat = RandomSeat(random.Next(problem.Visits));
        if (!plan.IsServed(seat >> 1))
        {
            return workdayMoves.TryReturn(seat, RandomSeat(Near(near.Before[seat >> 1])), able);
        }

        if (hasWorkdays && random.Next(8) == 0)
        {
            return workdayMoves.TryPlan(seat);
        }

        return random.Next(16) switch
        {
            0 => TryReseat(seat),
            1 or 2 => TrySwapTails(seat, limit),
            _ => TryExchange(seat, limit),
        };
    }

    private int RandomSeat(int visit) => (2 * visit) + (problem.Seats[visit] == 2 ? random.Next(2) : 0);

    // Another worker at the same place in the order of visits.
    private bool TryReseat(int seat)
    {
        int worker = able[seat][random.Next(able[seat].Length)];
        return worker != plan.Worker(seat) && changes.TrySeat(seat, worker);
    }

    // A few visits in a row go next to one that suits the first (or last) of them; what is in their way there may take their old place.
    private bool TryExchange(int seat, double limit)
    {
        bool after = random.Next(2) == 0;
        int[] candidates = after ? near.Before[seat >> 1] : near.After[seat >> 1];
        int anchor = RandomSeat(Near(candidates));
        int home = plan.Worker(seat);
        int away = plan.Worker(anchor);
        if (away < 0 || anchor >> 1 == seat >> 1 || !changes.May(seat, away))
        {
            return false;
        }

        int move = Walk(seat, after, 1 + Length(random.Next(16)), anchor, moving);
        int give = home == away ? 0 : Walk(Step(anchor, after), after, Length(random.Next(32)), -1, giving);
        int beyondHome = Step(moving[move - 1], after);
        int beyondAway = Step(give == 0 ? anchor : giving[give - 1], after);
        if (give == 0 && (beyondAway == seat || Step(seat, !after) == anchor))
        {
            return false;
        }

        Row incoming = new(moving, move, anchor, beyondAway, after);
        Row outgoing = new(giving, give, Step(seat, !after), beyondHome, after);
        if (glance.Exchange(incoming, outgoing) > limit)
        {
            return false;
        }

        return TrySeats(moving, move, away) && TrySeats(giving, give, home) && Disjoint(move, give)
            && TryKeys(moving, move, anchor, beyondAway, after)
            && (give == 0 || TryKeys(giving, give, Step(seat, !after), beyondHome, after));
    }

    private static int Length(int draw) => draw switch { < 9 => 0, < 13 => 1, < 16 => 2, < 22 => 1, _ => 0 };

    // Nearer ones are drawn more often.
    private int Near(int[] candidates)
    {
        double draw = random.NextDouble();
        return candidates[(int)(candidates.Length * draw * draw)];
    }

    private int Step(int id, bool forward) => forward ? plan.Next(id) : plan.Previous(id);

    // Seats in a row from one on, until the end of the route or a seat to stop before.
    private int Walk(int from, bool forward, int most, int stop, int[] into)
    {
        int count = 0;
        for (int seat = from; count < most && !plan.IsEnd(seat) && seat != stop; seat = Step(seat, forward))
        {
            into[count++] = seat;
        }

        return count;
    }

    private bool TrySeats(int[] seats, int count, int worker)
    {
        for (int i = 0; i < count; i++)
        {
            if (plan.Worker(seats[i]) != worker && !changes.TrySeat(seats[i], worker))
            {
                return false;
            }
        }

        return true;
    }

    private bool Disjoint(int move, int give)
    {
        for (int i = 0; i < move; i++)
        {
            for (int j = 0; j < give; j++)
            {
                if (moving[i] >> 1 == giving[j] >> 1)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Keys between those of the seats on both sides, in the order of the row.
    private bool TryKeys(int[] seats, int count, int from, int to, bool forward)
    {
        while (!plan.IsEnd(to) && seats.AsSpan(0, count).Contains(to))
        {
            to = Step(to, forward);
        }

        (int before, int beyond) = forward ? (from, to) : (to, from);
        double low = plan.KeyOr(before, double.NegativeInfinity);
        double high = plan.KeyOr(beyond, double.PositiveInfinity);
        if (high - low < LeastKeyGap)
        {
            return false;
        }

        if (!forward)
        {
            seats.AsSpan(0, count).Reverse();
        }

        if (!InOrder(seats, count, low, high))
        {
            Spread(seats, count, double.IsInfinity(low) ? (double.IsInfinity(high) ? 0 : high - count) : low, high);
        }

        return true;
    }

    // Keys that fit already are left: the colleague at a double visit then keeps their place too.
    private bool InOrder(int[] seats, int count, double low, double high)
    {
        for (int i = 0; i < count; i++)
        {
            double key = plan.Key(seats[i] >> 1);
            if (key <= low || key >= high)
            {
                return false;
            }

            low = key;
        }

        return true;
    }

    private void Spread(int[] seats, int count, double low, double high)
    {
        double step = (Math.Min(high, low + count) - low) / count;
        for (int i = 0; i < count; i++)
        {
            changes.SetKey(seats[i] >> 1, low + (step * (i + 0.05 + (0.9 * random.NextDouble()))));
        }
    }

    // All that two workers have left to do from here on is exchanged, so that this seat comes after one that suits it.
    private bool TrySwapTails(int seat, double limit)
    {
        int anchor = RandomSeat(Near(near.Before[seat >> 1]));
        (int home, int away) = (plan.Worker(seat), plan.Worker(anchor));
        int other = plan.Next(anchor);
        if (home == away || away < 0 || glance.Tails(anchor, seat, other) > limit || !Divides(plan.Previous(seat), anchor, seat, other))
        {
            return false;
        }

        return TrySeatTail(seat, away) && TrySeatTail(other, home);
    }

    // Whether one place in the order parts both routes as wanted.
    private bool Divides(int beforeHome, int beforeAway, int afterHome, int afterAway)
    {
        double low = Math.Max(plan.KeyOr(beforeHome, double.NegativeInfinity), plan.KeyOr(beforeAway, double.NegativeInfinity));
        return low < Math.Min(plan.KeyOr(afterHome, double.PositiveInfinity), plan.KeyOr(afterAway, double.PositiveInfinity));
    }

    private bool TrySeatTail(int from, int worker)
    {
        for (int seat = from; !plan.IsEnd(seat); seat = plan.Next(seat))
        {
            if (!changes.May(seat, worker) || !changes.TrySeat(seat, worker))
            {
                return false;
            }
        }

        return true;
    }
}
