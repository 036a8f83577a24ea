namespace Rostering.Solver.Routes;

/// <summary>Where in the order of visits each worker has lunch: before the first visit with a greater key. Changes can be undone.</summary>
internal sealed class Lunches(Rings rings, Workdays workdays, int workers)
{
    private readonly double[] keys = [.. Enumerable.Repeat(double.NegativeInfinity, workers)];
    private readonly Stack<(int Worker, double Key)> changes = [];

    public double Key(int worker) => keys[worker];

    public void Set(int worker, double key)
    {
        changes.Push((worker, keys[worker]));
        keys[worker] = key;
    }

    /// <summary>When lunch is taken between two neighbours on a route by one who is ready for it at a time; NaN where none is, or it is too late for it.</summary>
    public double Start(int before, int after, double ready)
    {
        double lunch = keys[rings.Worker(before)];
        double begin = Math.Max(ready, workdays.LunchOpens);
        bool here = lunch > rings.KeyOr(before, double.NegativeInfinity) && lunch <= rings.KeyOr(after, double.PositiveInfinity);
        return here && begin <= workdays.LunchCloses ? begin : double.NaN;
    }

    /// <summary>Goes over to the keys that the visits are about to be given.</summary>
    public void Renumber()
    {
        for (int worker = 0; worker < keys.Length; worker++)
        {
            keys[worker] = double.IsInfinity(keys[worker]) ? keys[worker] : Rank(keys[worker]) - 0.5;
        }
    }

    public void Commit() => changes.Clear();

    public void Undo()
    {
        while (changes.TryPop(out (int Worker, double Key) change))
        {
            keys[change.Worker] = change.Key;
        }
    }

    private int Rank(double key)
    {
        int rank = 0;
        foreach (double other in rings.Keys)
        {
            rank += other < key ? 1 : 0;
        }

        return rank;
    }
}
