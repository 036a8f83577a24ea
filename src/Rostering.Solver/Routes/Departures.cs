namespace Rostering.Solver.Routes;

/// <summary>
/// When workers leave who may leave in time: as late as nobody waits for it and nothing of their own day comes later, so that they wait
/// at home and not on the way. Visits that wait for a colleague stay where they are.
/// </summary>
internal sealed class Departures(RouteProblem problem, RoutePlan plan, Workdays workdays)
{
    private readonly Rings rings = plan.Rings;
    private readonly int[] changed = new int[problem.Workers];

    /// <summary>Settles a plan that was changed; whoever's day changed leaves no earlier than before, or as early as need be.</summary>
    public void Settle(bool keep)
    {
        int count = plan.CopyChangedWorkers(changed);
        for (int i = 0; i < count && !keep; i++)
        {
            plan.SetDeparture(changed[i], workdays.ShiftStart[changed[i]]);
        }

        plan.Settle();
        for (int i = 0; i < count; i++)
        {
            Postpone(changed[i]);
        }

        plan.Settle();
    }

    // As much of the waiting on the way as can be spared is spent before leaving.
    private void Postpone(int worker)
    {
        int end = rings.End(worker);
        int first = rings.Next(end);
        if (!rings.IsEnd(first) && Spare(end, first) is > 0 and double minutes)
        {
            plan.SetDeparture(worker, plan.Start(first) - rings.Between(end, first) + minutes);
        }
    }

    // How much later the first seat may start: no more than is waited for after it, and nowhere more than would make a seat or lunch late.
    private double Spare(int end, int first)
    {
        if (!double.IsNaN(plan.LunchStart(end, first, plan.Start(end))))
        {
            return 0;
        }

        (double waited, double room) = (0, Room(first));
        for (int before = first, seat = rings.Next(first); room > 0; before = seat, seat = rings.Next(seat))
        {
            double ready = plan.Free(before) + (rings.IsEnd(seat) ? 0 : rings.Between(before, seat));
            double lunch = plan.LunchStart(before, seat, ready);
            if (!double.IsNaN(lunch))
            {
                waited += lunch - ready;
                room = Math.Min(room, waited + workdays.LunchCloses - lunch);
                ready = lunch + workdays.LunchMinutes;
            }

            if (rings.IsEnd(seat))
            {
                break;
            }

            waited += plan.Start(seat) - ready;
            room = Math.Min(room, waited + Room(seat));
        }

        return Math.Min(waited, room);
    }

    // Nobody is told to come later because a colleague leaves later.
    private double Room(int seat) => problem.Seats[seat >> 1] == 2 ? 0 : plan.MinutesLeft(seat);
}
