using Rostering.Solver.Search;

namespace Rostering.Solver.Routes;

/// <summary>Random changes of a plan, each put into a change set; false where a drawn change cannot be.</summary>
internal sealed class RouteMoves
{
    private const int SegmentMax = 3;
    private const double LeastKeyGap = 1e-6;
    private const int UnseenShare = 8;
    private const int KeptShare = 4;
    private readonly RoutePlan plan;
    private readonly Rings rings;
    private readonly ChangeSet changes;
    private readonly SearchRandom random;
    private readonly NearVisits near;
    private readonly RouteProblem problem;
    private readonly Glance glance;
    private readonly Foresight? foresight;
    private readonly WorkdayMoves workdayMoves;
    private readonly bool hasWorkdays;
    private readonly int[][] able;
    private readonly double keyStep;
    private readonly int[] moving = new int[SegmentMax];
    private readonly int[] giving = new int[SegmentMax];

    public RouteMoves(RouteProblem problem, RoutePlan plan, ChangeSet changes, NearVisits near, SearchRandom random)
    {
        (this.problem, this.plan, this.changes, this.near, this.random) = (problem, plan, changes, near, random);
        rings = plan.Rings;
        glance = new Glance(plan);
        workdayMoves = new WorkdayMoves(problem, plan, changes, random);
        hasWorkdays = problem.Workdays is not null;
        foresight = hasWorkdays ? null : new Foresight(plan, glance);
        keyStep = hasWorkdays ? 1 : problem.Workers; // Ranks from one visit to the next of a route.
        able = [.. Enumerable.Range(0, 2 * problem.Visits).Select(seat => Enumerable.Range(0, problem.Workers).Where(worker => changes.May(seat, worker)).ToArray())];
    }

    /// <summary>Plans one random change, unless a glance tells that it would cost more than the limit.</summary>
    public bool TryPlan(double limit)
    {
        changes.Clear();
        changes.KeepsDepartures = hasWorkdays && random.Next(KeptShare) == 0;
        int seat = RandomSeat(random.Next(problem.Visits));
        if (!rings.IsServed(seat >> 1))
        {
            return random.Next(2) == 0 ? TryPlace(seat) : TrySubstitute(seat);
        }

        if (hasWorkdays && random.Next(8) == 0)
        {
            return workdayMoves.TryPlan(seat);
        }

        double seen = hasWorkdays && random.Next(UnseenShare) == 0 ? double.PositiveInfinity : limit;
        return random.Next(16) switch
        {
            0 => TryReseat(seat),
            1 or 2 => TrySwapTails(seat, seen),
            3 or 4 or 5 when problem.Seats[seat >> 1] == 2 => TryPlace(seat),
            _ => TryExchange(seat, seen),
        };
    }

    private int RandomSeat(int visit) => (2 * visit) + (problem.Seats[visit] == 2 ? random.Next(2) : 0);

    // Another worker at the same place in the order of visits.
    private bool TryReseat(int seat)
    {
        int worker = able[seat].Length == 0 ? -1 : able[seat][random.Next(able[seat].Length)];
        return worker >= 0 && worker != rings.Worker(seat) && changes.TrySeat(seat, worker);
    }

    // A visit goes straight after one that suits it, with whichever colleague at the second seat.
    private bool TryPlace(int seat)
    {
        int anchor = RandomSeat(Near(near.Before[seat >> 1]));
        int worker = rings.Worker(anchor);
        if (worker < 0 || anchor >> 1 == seat >> 1 || !changes.TrySeat(seat, worker))
        {
            return false;
        }

        if (plan.Partner(seat) is >= 0 and int partner)
        {
            int colleague = random.Next(2) == 0 ? rings.Worker(RandomSeat(Near(near.Before[seat >> 1]))) : able[partner][random.Next(able[partner].Length)];
            if (colleague < 0 || colleague == worker || !changes.TrySeat(partner, colleague))
            {
                return false;
            }
        }

        double low = rings.Key(anchor >> 1);
        double high = Math.Min(rings.KeyOr(rings.Next(anchor), double.PositiveInfinity), low + keyStep);
        changes.SetKey(seat >> 1, low + (random.NextDouble() * (high - low)));
        return true;
    }

    // A visit that nobody makes is made instead of one that may be left out.
    private bool TrySubstitute(int seat)
    {
        int old = RandomSeat(Near(near.Before[seat >> 1]));
        int worker = rings.Worker(old);
        if (worker < 0 || double.IsInfinity(problem.LeaveOutCost![old >> 1]) || !changes.TrySeat(seat, worker))
        {
            return false;
        }

        if (plan.Partner(seat) is >= 0 and int partner)
        {
            int colleague = plan.Partner(old) is >= 0 and int other ? rings.Worker(other) : able[partner][random.Next(able[partner].Length)];
            if (colleague == worker || !changes.TrySeat(partner, colleague))
            {
                return false;
            }
        }

        double key = rings.Key(old >> 1);
        changes.SetKey(seat >> 1, (rings.KeyOr(rings.Previous(old), key - 1) + key) / 2);
        changes.LeaveOut(old >> 1);
        return true;
    }

    // A few visits in a row go next to one that suits the first (or last) of them; what is in their way there may take their old place.
    private bool TryExchange(int seat, double limit)
    {
        bool after = random.Next(2) == 0;
        int[] candidates = after ? near.Before[seat >> 1] : near.After[seat >> 1];
        int anchor = RandomSeat(Near(candidates));
        int home = rings.Worker(seat);
        int away = rings.Worker(anchor);
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
        if (glance.Exchange(incoming, outgoing) > limit || foresight?.Exchange(incoming, outgoing) > limit)
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

    private int Step(int id, bool forward) => forward ? rings.Next(id) : rings.Previous(id);

    // Seats in a row from one on, until the end of the route or a seat to stop before.
    private int Walk(int from, bool forward, int most, int stop, int[] into)
    {
        int count = 0;
        for (int seat = from; count < most && !rings.IsEnd(seat) && seat != stop; seat = Step(seat, forward))
        {
            into[count++] = seat;
        }

        return count;
    }

    private bool TrySeats(int[] seats, int count, int worker)
    {
        for (int i = 0; i < count; i++)
        {
            if (rings.Worker(seats[i]) != worker && !changes.TrySeat(seats[i], worker))
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
        while (!rings.IsEnd(to) && seats.AsSpan(0, count).Contains(to))
        {
            to = Step(to, forward);
        }

        (int before, int beyond) = forward ? (from, to) : (to, from);
        double low = rings.KeyOr(before, double.NegativeInfinity);
        double high = rings.KeyOr(beyond, double.PositiveInfinity);
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
            double key = rings.Key(seats[i] >> 1);
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
        double step = (Math.Min(high, low + (count * keyStep)) - low) / count;
        for (int i = 0; i < count; i++)
        {
            changes.SetKey(seats[i] >> 1, low + (step * (i + 0.05 + (0.9 * random.NextDouble()))));
        }
    }

    // All that two workers have left to do from here on is exchanged, so that this seat comes after one that suits it.
    private bool TrySwapTails(int seat, double limit)
    {
        int anchor = RandomSeat(Near(near.Before[seat >> 1]));
        (int home, int away) = (rings.Worker(seat), rings.Worker(anchor));
        int other = rings.Next(anchor);
        if (home == away || away < 0 || glance.Tails(anchor, seat, other) > limit || !Divides(rings.Previous(seat), anchor, seat, other)
            || foresight?.Tails(anchor, seat, other) > limit)
        {
            return false;
        }

        return TrySeatTail(seat, away) && TrySeatTail(other, home);
    }

    // Whether one place in the order parts both routes as wanted.
    private bool Divides(int beforeHome, int beforeAway, int afterHome, int afterAway)
    {
        double low = Math.Max(rings.KeyOr(beforeHome, double.NegativeInfinity), rings.KeyOr(beforeAway, double.NegativeInfinity));
        return low < Math.Min(rings.KeyOr(afterHome, double.PositiveInfinity), rings.KeyOr(afterAway, double.PositiveInfinity));
    }

    private bool TrySeatTail(int from, int worker)
    {
        for (int seat = from; !rings.IsEnd(seat); seat = rings.Next(seat))
        {
            if (!changes.May(seat, worker) || !changes.TrySeat(seat, worker))
            {
                return false;
            }
        }

        return true;
    }
}
