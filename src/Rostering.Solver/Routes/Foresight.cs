namespace Rostering.Solver.Routes;

/// <summary>
/// What a move would cost at least, told by walking the seats that it moves and those after them until nothing changes any more, before
/// anything is changed. What follows a colleague who has to wait longer is left out, so it may cost more. Nothing is told where a colleague
/// would begin sooner or is on one of the two routes, nor of double visits that move, which may change the order of both their routes.
/// Only for plans without workdays.
/// </summary>
internal sealed class Foresight(RoutePlan plan, Glance glance)
{
    private readonly Rings rings = plan.Rings;
    private int one;
    private int other;
    private int before;
    private double free;
    private double late;
    private double worst;
    private bool worstMoves;
    private bool isKnown;

    /// <summary>One row comes to stand where the other, maybe empty, stood.</summary>
    public double Exchange(in Row incoming, in Row outgoing)
    {
        Begin(incoming.From, outgoing.From);
        if (HasDouble(incoming) || HasDouble(outgoing))
        {
            return double.NegativeInfinity;
        }

        if (one == other)
        {
            Shift(incoming, outgoing);
        }
        else
        {
            Place(incoming);
            Place(outgoing);
        }

        return Cost(glance.Travel(incoming, outgoing));
    }

    /// <summary>The rest of two routes is exchanged: the seat comes after the anchor.</summary>
    public double Tails(int anchor, int seat, int rest)
    {
        Begin(anchor, seat);
        Stand(anchor);
        Follow(seat, -1);
        Stand(rings.Previous(seat));
        Follow(rest, -1);
        return Cost(glance.TravelOfTails(anchor, seat, rest));
    }

    private void Begin(int onOne, int onOther)
    {
        (one, other) = (rings.Worker(onOne), rings.Worker(onOther));
        (late, worst, worstMoves, isKnown) = (0, 0, false, true);
    }

    private double Cost(double travel) => isKnown
        ? plan.CostWith(travel, plan.Late + late, worstMoves ? worst : Math.Max(worst, plan.WorstLate))
        : double.NegativeInfinity;

    private void Stand(int id) => (before, free) = (id, plan.Free(id));

    private bool HasDouble(in Row row)
    {
        for (int i = 0; i < row.Count; i++)
        {
            if (plan.Partner(row.Seats[i]) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // On another route than before.
    private void Place(in Row row)
    {
        Stand(row.Forward ? row.From : row.To);
        ReachAll(row);
        Follow(row.Forward ? row.To : row.From, -1);
    }

    // To another place on the same route.
    private void Shift(in Row row, in Row gap)
    {
        (int anchor, int beyond) = row.Forward ? (row.From, row.To) : (row.To, row.From);
        (int left, int right) = gap.Forward ? (gap.From, gap.To) : (gap.To, gap.From);
        if (rings.KeyOr(anchor, double.NegativeInfinity) < rings.Key(row.First >> 1))
        {
            Stand(anchor);
            ReachAll(row);
            Follow(beyond, left);
            Follow(right, -1);
        }
        else
        {
            Stand(left);
            Follow(right, anchor);
            ReachAll(row);
            Follow(beyond, -1);
        }
    }

    private void ReachAll(in Row row)
    {
        for (int i = 0; i < row.Count; i++)
        {
            Reach(row.InTime(i));
        }
    }

    // Up to the last one, or, where none is named, until a seat is over when it is now.
    private void Follow(int seat, int last)
    {
        for (; isKnown && !rings.IsEnd(seat); seat = rings.Next(seat))
        {
            double now = plan.Free(seat);
            Reach(seat);
            if (seat == last || (last < 0 && free == now))
            {
                return;
            }
        }
    }

    private void Reach(int seat)
    {
        (double start, double colleague) = plan.StartsFrom(seat, free + rings.Between(before, seat));
        Count(seat, start);
        if (!double.IsNaN(colleague))
        {
            int with = rings.Worker(seat ^ 1);
            isKnown &= colleague >= plan.Start(seat ^ 1) && with != one && with != other;
            Count(seat ^ 1, colleague);
        }

        (before, free) = (seat, start + plan.Minutes(seat));
    }

    private void Count(int seat, double start)
    {
        double now = plan.LateAt(seat);
        double then = plan.LateIf(seat, start);
        late += then - now;
        worst = Math.Max(worst, then);
        worstMoves |= now > 0 && now >= plan.WorstLate;
    }
}
