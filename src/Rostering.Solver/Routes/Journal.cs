namespace Rostering.Solver.Routes;

/// <summary>What a change overwrote, so that it can be put back, last first.</summary>
internal sealed class Journal
{
    private readonly Stack<(int Before, int Next, int After, int Previous)> joins = [];
    private readonly Stack<(int Visit, double Key, int First, int Second)> drops = [];
    private readonly Stack<(int Id, double Start)> starts = [];
    private readonly Stack<(int Worker, double Key)> lunches = [];

    public void Record(int before, int next, int after, int previous) => joins.Push((before, next, after, previous));

    public void Record(int visit, double key, int first, int second) => drops.Push((visit, key, first, second));

    public void Record(int id, double start) => starts.Push((id, start));

    public void RecordLunch(int worker, double key) => lunches.Push((worker, key));

    public void Clear()
    {
        joins.Clear();
        drops.Clear();
        starts.Clear();
        lunches.Clear();
    }

    public void Undo(int[] next, int[] previous, int[] worker, double[] key, double[] start, double[] lunchKey)
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

        while (starts.TryPop(out (int Id, double Start) change))
        {
            start[change.Id] = change.Start;
        }

        while (lunches.TryPop(out (int Worker, double Key) lunch))
        {
            lunchKey[lunch.Worker] = lunch.Key;
        }
    }
}
