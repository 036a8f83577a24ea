using Rostering.Solver.Search;

namespace Rostering.Solver.Routes;

/// <summary>Random changes of what makes a workday besides its visits: lunch, when to leave, and which visits are left out.</summary>
internal sealed class WorkdayMoves(RouteProblem problem, RoutePlan plan, ChangeSet changes, SearchRandom random)
{
    private const int EarlierMost = 30;
    private const int LaterMost = 60;
    private readonly Rings rings = plan.Rings;

    /// <summary>Plans a change around a seat that is served.</summary>
    public bool TryPlan(int seat)
    {
        int worker = rings.Worker(seat);
        switch (random.Next(4))
        {
            case 0 when problem.LeaveOutCost is not null:
                changes.LeaveOut(seat >> 1);
                return true;
            case 1 when problem.Workdays!.LeaveInTime:
                MoveDeparture(worker);
                return true;
            case 2:
                return worker != plan.Idlest && changes.TrySeat(seat, plan.Idlest);
            default:
                return problem.Workdays!.WantsLunch[worker] && TryMoveLunch(seat, worker);
        }
    }

    // Waiting on the way costs; being idle before leaving does not cost more than being idle after coming home. A later window of the
    // first visit is reached by leaving for it only.
    private void MoveDeparture(int worker)
    {
        int end = rings.End(worker);
        int first = rings.Next(end);
        double[] opens = problem.Opens[first >> 1];
        double to = random.Next(2) == 0 ? opens[random.Next(opens.Length)] : plan.Start(first) + random.Next(EarlierMost + LaterMost) - EarlierMost;
        changes.SetDeparture(worker, Math.Max(problem.Workdays!.ShiftStart[worker], to - rings.Between(end, first)));
    }

    // Before this seat, or after it where it is the last.
    private bool TryMoveLunch(int seat, int worker)
    {
        bool last = rings.IsEnd(rings.Next(seat)) && random.Next(2) == 0;
        if (random.Next(8) == 0)
        {
            changes.SetLunch(worker, double.NegativeInfinity);
            return true;
        }

        double key = rings.Key(seat >> 1);
        double before = rings.KeyOr(rings.Previous(seat), key - 1);
        changes.SetLunch(worker, last ? key + 1 : (before + key) / 2);
        return true;
    }
}
