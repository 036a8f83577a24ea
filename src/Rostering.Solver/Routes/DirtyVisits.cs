namespace Rostering.Solver.Routes;

/// <summary>Visits whose starts have to be computed again, taken out in key order. There are seldom more than a handful, so they are searched through.</summary>
internal sealed class DirtyVisits(Rings rings, int visitCount)
{
    private readonly int[] visits = new int[visitCount];
    private readonly bool[] marked = new bool[visitCount];
    private int count;

    public void Mark(int visit)
    {
        if (!marked[visit])
        {
            marked[visit] = true;
            visits[count++] = visit;
        }
    }

    public bool TryTakeFirst(out int visit)
    {
        visit = -1;
        if (count == 0)
        {
            return false;
        }

        int at = 0;
        for (int i = 1; i < count; i++)
        {
            at = rings.Key(visits[i]) < rings.Key(visits[at]) ? i : at;
        }

        visit = visits[at];
        visits[at] = visits[--count];
        marked[visit] = false;
        return true;
    }

    public void Clear()
    {
        while (count > 0)
        {
            marked[visits[--count]] = false;
        }
    }
}
