using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Engine;

/// <summary>Models that an engine is put to the test with.</summary>
internal static class EngineModels
{
    /// <summary>The largest multiple of 7 up to <paramref name="limit"/>: a solve that is over at once, and differs each time.</summary>
    public static CpModelProto Small(long limit)
    {
        var model = new CpModel();
        var sevens = model.NewIntVar(0, 1_000_000, "sevens");
        model.Add(7 * sevens <= limit);
        model.Maximize(7 * sevens);
        return model.Proto;
    }

    /// <summary>
    /// A job shop of random durations, with one job after the other as a hint: a first solution at once, ever better
    /// ones after, no proof of the optimum for minutes where <paramref name="size"/> is 15.
    /// </summary>
    public static CpModelProto JobShop(int size = 15, int seed = 1)
    {
        var random = new Random(seed);
        var model = new CpModel();
        var horizon = size * size * 100;
        var end = model.NewIntVar(0, horizon, "end");
        var hinted = 0;
        var onMachine = Enumerable.Range(0, size).Select(_ => new List<IntervalVar>()).ToArray();
        for (var job = 0; job < size; job++)
        {
            LinearExpr ready = 0;
            foreach (var machine in Enumerable.Range(0, size).OrderBy(_ => random.Next()).ToArray())
            {
                var duration = random.Next(1, 100);
                var start = model.NewIntVar(0, horizon, $"job {job} on {machine}");
                model.AddHint(start, hinted);
                hinted += duration;
                onMachine[machine].Add(model.NewFixedSizeIntervalVar(start, duration));
                model.Add(start >= ready);
                ready = start + duration;
            }
            model.Add(end >= ready);
        }
        model.AddHint(end, hinted);
        foreach (var intervals in onMachine)
            model.AddNoOverlap(intervals);
        model.Minimize(end);
        return model.Proto;
    }
}
