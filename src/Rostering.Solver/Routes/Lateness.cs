namespace Rostering.Solver.Routes;

/// <summary>Minutes late by seat, with their sum and the worst of them; changes can be undone.</summary>
internal sealed class Lateness(int seats)
{
    private readonly double[] late = new double[seats];
    private readonly Stack<(int Seat, double Late)> changes = [];
    private bool worstStale;
    private double totalBefore;
    private double worstBefore;

    public double Total { get; private set; }

    public double Worst { get; private set; }

    /// <summary>How late a seat is.</summary>
    public double At(int seat) => late[seat];

    /// <summary>Sets how late a seat starts; what is not positive is on time.</summary>
    public void Set(int seat, double minutes)
    {
        double now = Math.Max(0, minutes);
        double before = late[seat];
        if (now == before)
        {
            return;
        }

        changes.Push((seat, before));
        late[seat] = now;
        Total += now - before;
        if (now > Worst)
        {
            Worst = now;
        }
        else if (before == Worst)
        {
            worstStale = true;
        }
    }

    /// <summary>Finds the worst again, where the one that was worst got better.</summary>
    public void Settle()
    {
        if (!worstStale)
        {
            return;
        }

        worstStale = false;
        double worst = 0;
        foreach (double minutes in late)
        {
            worst = Math.Max(worst, minutes);
        }

        Worst = worst;
    }

    /// <summary>Adds up afresh.</summary>
    public void Recount() => Total = late.Sum();

    public void Commit()
    {
        changes.Clear();
        (totalBefore, worstBefore) = (Total, Worst);
    }

    public void Undo()
    {
        while (changes.TryPop(out (int Seat, double Late) change))
        {
            late[change.Seat] = change.Late;
        }

        worstStale = false;
        (Total, Worst) = (totalBefore, worstBefore);
    }
}
