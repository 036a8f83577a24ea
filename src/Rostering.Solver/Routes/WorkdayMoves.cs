using Rostering.Solver.Search;

namespace Rostering.Solver.Routes;

/// <summary>Random changes of what makes a workday besides its visits: lunch, when to leave, and which visits are left out.</summary>
internal sealed class WorkdayMoves(RouteProblem problem, RoutePlan plan, ChangeSet changes, SearchRandom random)
{
    private const int EarlierMost = 30;
    private const int LaterMost = 60;

    /// <summary>Plans a change around a seat that is served.</summary>
    public bool TryPlan(int seat)
    {
        int worker = plan.Worker(seat);
        switch (random.Next(3))
        {
            case 0 when problem.LeaveOutCost is not null:
                changes.LeaveOut(seat >> 1);
                return true;
            case 1 when problem.Workdays!.LeaveInTime:
                MoveDeparture(worker);
                return true;
            default:
                return problem.Workdays!.WantsLunch[worker] && TryMoveLunch(seat, worker);
        }
    }

    /// <summary>Plans to serve a visit that is left out: one seat after another, a colleague at the same place in the order.</summary>
    public bool TryReturn(int seat, int anchor, int[][] able)
    {
        int worker = plan.Worker(anchor);
        if (worker < 0 || !changes.TrySeat(seat, worker))
        {
            return false;
        }

        if (plan.Partner(seat) is >= 0 and int partner)
        {
            int colleague = able[partner].Length == 0 ? worker : able[partner][random.Next(able[partner].Length)];
            if (colleague == worker || !changes.TrySeat(partner, colleague))
            {
                return false;
            }
        }

        double low = plan.Key(anchor >> 1);
        changes.SetKey(seat >> 1, low + (random.NextDouble() * (Math.Min(plan.KeyOr(plan.Next(anchor), low + 1), low + 1) - low)));
        return true;
    }

    // Waiting on the way costs; being idle before leaving does not cost more than being idle after coming home.
    private void MoveDeparture(int worker)
    {
        int end = plan.End(worker);
        int first = plan.Next(end);
        double now = plan.Start(first) - plan.Between(end, first);
        changes.SetDeparture(worker, Math.Max(problem.Workdays!.ShiftStart[worker], now + random.Next(EarlierMost + LaterMost) - EarlierMost));
    }

    // Before this seat, or after it where it is the last.
    private bool TryMoveLunch(int seat, int worker)
    {
        bool last = plan.IsEnd(plan.Next(seat)) && random.Next(2) == 0;
        if (random.Next(8) == 0)
        {
            changes.SetLunch(worker, double.NegativeInfinity);
            return true;
        }

        double key = plan.Key(seat >> 1);
        double before = plan.KeyOr(plan.Previous(seat), key - 1);
        changes.SetLunch(worker, last ? key + 1 : (before + key) / 2);
        return true;
    }
}
