namespace Rostering.Solver.Routes;

/// <summary>Seats in a row that are to stand between two others, read in one direction of time.</summary>
internal readonly record struct Row(int[] Seats, int Count, int From, int To, bool Forward)
{
    public int First => Seats[0];

    public int Last => Seats[Count - 1];

    /// <summary>The seat that is i-th in time.</summary>
    public int InTime(int i) => Seats[Forward ? i : Count - 1 - i];
}

/// <summary>
/// What a move would cost at least, told from a few seats before anything is changed: its travel, and how late those that it moves and the
/// one after them would be. It takes the seats before them to stay as they are and looks at no colleague, so now and then it is wrong; such a
/// move is then missed, never miscounted.
/// </summary>
internal sealed class Glance(RoutePlan plan)
{
    private readonly Rings rings = plan.Rings;

    /// <summary>One row comes to stand where the other, maybe empty, stood.</summary>
    public double Exchange(in Row incoming, in Row outgoing)
    {
        (double late, double worst) = (0, 0);
        Arrive(incoming, ref late, ref worst);
        if (outgoing.Count > 0)
        {
            Arrive(outgoing, ref late, ref worst);
        }

        return plan.CostWith(Travel(incoming, outgoing), late, worst);
    }

    /// <summary>Minutes more of travel if one row came to stand where the other, maybe empty, stood.</summary>
    public double Travel(in Row incoming, in Row outgoing)
    {
        bool forward = incoming.Forward;
        double travel = Arc(incoming.From, incoming.First, forward) + Arc(incoming.Last, incoming.To, forward)
            - Arc(outgoing.From, incoming.First, forward) - Arc(incoming.Last, outgoing.To, forward);
        return travel + (outgoing.Count == 0
            ? Arc(outgoing.From, outgoing.To, forward) - Arc(incoming.From, incoming.To, forward)
            : Arc(outgoing.From, outgoing.First, forward) + Arc(outgoing.Last, outgoing.To, forward)
                - Arc(incoming.From, outgoing.First, forward) - Arc(outgoing.Last, incoming.To, forward));
    }

    /// <summary>The rest of two routes is exchanged: the seat comes after the anchor.</summary>
    public double Tails(int anchor, int seat, int other)
    {
        plan.EndAfter(anchor, plan.Free(anchor), seat, out double late);
        return plan.CostWith(TravelOfTails(anchor, seat, other), late, late);
    }

    /// <summary>Minutes more of travel if the rest of two routes were exchanged.</summary>
    public double TravelOfTails(int anchor, int seat, int other)
    {
        int home = rings.Previous(seat);
        return rings.Between(anchor, seat) + rings.Between(home, other) - rings.Between(home, seat) - rings.Between(anchor, other);
    }

    private double Arc(int from, int to, bool forward) => forward ? rings.Between(from, to) : rings.Between(to, from);

    private void Arrive(in Row row, ref double late, ref double worst)
    {
        (int before, int after) = row.Forward ? (row.From, row.To) : (row.To, row.From);
        double free = plan.FreeAtLeast(before);
        for (int i = 0; i <= row.Count; i++)
        {
            int seat = i < row.Count ? row.InTime(i) : after;
            if (rings.IsEnd(seat))
            {
                return;
            }

            free = plan.EndAfter(before, free, seat, out double minutes);
            late += minutes;
            worst = Math.Max(worst, minutes);
            before = seat;
        }
    }
}
