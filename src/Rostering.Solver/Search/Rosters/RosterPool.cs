using System.Diagnostics;

namespace Rostering.Solver.Search.Rosters;

/// <summary>The best roster that any part of a search met, and when.</summary>
internal sealed class RosterPool(RosterProblem problem, Action<byte[], double>? onBetter)
{
    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private byte[] best = new byte[problem.People * problem.Days];

    /// <summary>Cost of the best, in <see cref="LevelCost"/>.</summary>
    public long Total { get; private set; } = long.MaxValue;

    /// <summary>Seconds it took to meet it.</summary>
    public double SecondsToBest { get; private set; }

    /// <summary>Seconds since the search began.</summary>
    public double Seconds => watch.Elapsed.TotalSeconds;

    /// <summary>The best, which nobody changes any more.</summary>
    public byte[] Best
    {
        get
        {
            lock (gate)
            {
                return best;
            }
        }
    }

    /// <summary>Takes a copy of a roster that is better than all before; of equals the one that reads lower, so that it does not hang on who came first.</summary>
    public void Offer(ReadOnlySpan<byte> roster, long total, double seconds)
    {
        lock (gate)
        {
            if (total > Total || (total == Total && roster.SequenceCompareTo(best) >= 0))
            {
                return;
            }

            bool isBetter = total < Total;
            (best, Total, SecondsToBest) = (roster.ToArray(), total, isBetter ? seconds : SecondsToBest);
            if (isBetter)
            {
                onBetter?.Invoke(best, seconds);
            }
        }
    }
}
