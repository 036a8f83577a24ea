namespace Rostering.Solver.Routes;

/// <summary>What a change overwrote, so that it can be put back, last first.</summary>
internal sealed class Journal
{
    private readonly Stack<(int Before, int Next, int After, int Previous)> joins = [];
    private readonly Stack<(int Visit, double Key, int First, int Second)> drops = [];
    private readonly Stack<(int Seat, double Start)> starts = [];

    public void Record(int before, int next, int after, int previous) => joins.Push((before, next, after, previous));

    public void Record(int visit, double key, int first, int second) => drops.Push((visit, key, first, second));

    public void Record(int seat, double start) => starts.Push((seat, start));

    public void Clear()
    {
        joins.Clear();
        drops.Clear();
        starts.Clear();
    }

    public void Undo(int[] next, int[] previous, int[] worker, double[] key, double[] start)
    {
        while (joins.TryPop(out (int Before, int Next, int After, int Previous) join))
        {
            next[join.Before] = join.Next;
            previous[join.After] = join.Previous;
        }

        while (drops.TryPop(out (int Visit, double Key, int First, int Second) drop))
        {
            key[drop.Visit] = drop.Key;
            worker[2 * drop.Visit] = drop.First;
            worker[(2 * drop.Visit) + 1] = drop.Second;
        }

        while (starts.TryPop(out (int Seat, double Start) change))
        {
            start[change.Seat] = change.Start;
        }
    }
}
