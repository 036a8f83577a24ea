namespace Rostering.Solver.Routes;

/// <summary>What the workers' days cost beside travel and lateness, by worker; only days that changed are walked again. Changes can be undone.</summary>
internal sealed class WorkdayCosts
{
    private readonly RouteProblem problem;
    private readonly Workdays workdays;
    private readonly Day[] days;
    private readonly bool[] stale;
    private readonly Stack<int> staleWorkers = [];
    private readonly Stack<(int Worker, Day Day)> changes = [];
    private double costBefore;

    public WorkdayCosts(RouteProblem problem, Workdays workdays)
    {
        (this.problem, this.workdays) = (problem, workdays);
        days = [.. Enumerable.Range(0, problem.Workers).Select(Empty)];
        stale = new bool[problem.Workers];
        Recount();
        costBefore = Cost;
    }

    public double Cost { get; private set; }

    /// <summary>The worker who is idle longest.</summary>
    public int Idlest { get; private set; }

    /// <summary>Writes down the workers whose days are to be walked again, and returns how many they are.</summary>
    public int CopyStale(int[] into)
    {
        staleWorkers.CopyTo(into, 0);
        return staleWorkers.Count;
    }

    public void Mark(int worker)
    {
        if (!stale[worker])
        {
            stale[worker] = true;
            staleWorkers.Push(worker);
        }
    }

    public void Settle(RoutePlan plan)
    {
        if (staleWorkers.Count == 0)
        {
            return;
        }

        while (staleWorkers.TryPop(out int worker))
        {
            stale[worker] = false;
            changes.Push((worker, days[worker]));
            days[worker] = Walk(plan, worker);
        }

        Recount();
    }

    public void Commit()
    {
        changes.Clear();
        costBefore = Cost;
    }

    public void Undo()
    {
        while (staleWorkers.TryPop(out int worker))
        {
            stale[worker] = false;
        }

        while (changes.TryPop(out (int Worker, Day Day) change))
        {
            days[change.Worker] = change.Day;
        }

        Cost = costBefore;
    }

    private void Recount()
    {
        (double waiting, double overtime, double work, int missed, int idlest) = (0, 0, 0, 0, 0);
        for (int worker = 0; worker < days.Length; worker++)
        {
            Day day = days[worker];
            waiting += day.Waiting;
            overtime += day.Overtime;
            work += day.Work;
            missed += day.MissedLunch ? 1 : 0;
            idlest = day.Idle > days[idlest].Idle ? worker : idlest;
        }

        Idlest = idlest;
        Cost = (workdays.WaitingWeight * waiting) + (workdays.OvertimeWeight * overtime) + (workdays.WorstIdleWeight * days[idlest].Idle) + (workdays.MissedLunchWeight * missed)
            + (workdays.BalanceWeight > 0 ? workdays.BalanceWeight * Imbalance(work / days.Length) : 0);
    }

    private double Imbalance(double mean)
    {
        double sum = 0;
        foreach (Day day in days)
        {
            sum += Math.Ceiling(Math.Abs(day.Work - mean) - 1e-6);
        }

        return sum;
    }

    private Day Walk(RoutePlan plan, int worker)
    {
        Rings rings = plan.Rings;
        int end = rings.End(worker);
        if (rings.Next(end) == end)
        {
            return Empty(worker);
        }

        (double waiting, double idle, double work) = (0, 0, 0);
        double free = workdays.ShiftStart[worker];
        double lunch = double.NaN;
        bool counts = !workdays.LeaveInTime;
        int before = end;
        do
        {
            int seat = rings.Next(before);
            double leg = rings.Between(before, seat);
            double ready = rings.IsEnd(seat) ? free : free + leg;
            double start = plan.LunchStart(before, seat, before == end ? plan.Start(end) + leg : ready);
            if (!double.IsNaN(start))
            {
                lunch = start;
                waiting += counts ? start - ready : 0;
                idle += start - ready;
                ready = start + workdays.LunchMinutes;
                counts = before != end;
            }

            double begin = rings.IsEnd(seat) ? ready : plan.Start(seat);
            waiting += counts ? begin - ready : 0;
            idle += begin - ready;
            work += leg + plan.Minutes(seat);
            free = begin + plan.Minutes(seat) + (rings.IsEnd(seat) ? leg : 0);
            counts = true;
            before = seat;
        }
        while (before != end);
        return Close(worker, waiting, idle, free, work, workdays.WantsLunch[worker] && double.IsNaN(lunch));
    }

    private Day Close(int worker, double waiting, double idle, double back, double work, bool missedLunch)
    {
        double end = workdays.ShiftEnd[worker];
        return double.IsInfinity(end)
            ? new Day(waiting, 0, 0, work, missedLunch)
            : new Day(waiting, Math.Max(0, back - end), idle + Math.Max(0, end - back), work, missedLunch);
    }

    private Day Empty(int worker)
    {
        double home = problem.MinutesBetween(problem.Departs[worker], problem.Returns[worker]);
        double span = workdays.ShiftEnd[worker] - workdays.ShiftStart[worker];
        return new Day(0, 0, double.IsInfinity(span) ? 0 : span, home, workdays.WantsLunch[worker]);
    }

    private readonly record struct Day(double Waiting, double Overtime, double Idle, double Work, bool MissedLunch);
}
