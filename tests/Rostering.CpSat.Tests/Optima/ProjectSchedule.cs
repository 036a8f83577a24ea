using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Optima;

/// <summary>A project whose activities share resources: PSPLIB's instance j301_1 (Kolisch and Sprecher 1996).</summary>
internal static class ProjectSchedule
{
    private static readonly long[] Capacities = [12, 13, 4, 12];

    /// <summary>For each activity its duration, what it takes of the four resources, and its successors, counted from 1.</summary>
    private static readonly long[][] Activities =
    [
        .. """
            0  0 0 0 0   2 3 4
            8  4 0 0 0   6 11 15
            4 10 0 0 0   7 8 13
            6  0 0 0 3   5 9 10
            3  3 0 0 0   20
            8  0 0 0 8   30
            5  4 0 0 0   27
            9  0 1 0 0   12 19 27
            2  6 0 0 0   14
            7  0 0 0 1   16 25
            9  0 5 0 0   20 26
            2  0 7 0 0   14
            6  4 0 0 0   17 18
            3  0 8 0 0   17
            9  3 0 0 0   25
            10 0 0 0 5   21 22
            6  0 0 0 8   22
            5  0 0 0 7   20 22
            3  0 1 0 0   24 29
            7  0 10 0 0  23 25
            2  0 0 0 6   28
            7  2 0 0 0   23
            2  3 0 0 0   24
            3  0 9 0 0   30
            3  4 0 0 0   30
            7  0 0 4 0   31
            8  0 0 0 7   28
            3  0 8 0 0   31
            7  0 7 0 0   32
            2  0 7 0 0   32
            2  0 0 2 0   32
            0  0 0 0 0
            """.Split('\n').Select(Numbers.In),
    ];

    /// <summary>Minimises the end of the last activity.</summary>
    public static CpModel ToModel()
    {
        var model = new CpModel();
        var horizon = Activities.Sum(activity => activity[0]);
        var intervals = Activities.Select(activity => model.NewFixedSizeIntervalVar(model.NewIntVar(0, horizon), activity[0])).ToArray();
        foreach (var (activity, interval) in Activities.Zip(intervals))
        {
            foreach (var successor in activity[5..])
                model.Add(intervals[successor - 1].StartExpr() >= interval.EndExpr());
        }

        for (var resource = 0; resource < Capacities.Length; resource++)
            model.AddCumulative(Capacities[resource]).AddDemands(intervals, Activities.Select(activity => activity[1 + resource]));

        model.Minimize(intervals[^1].EndExpr());
        return model;
    }
}
