using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.YoungWorker;

/// <summary>Leaves out visits in the closed hours; working minutes along a duty ≤ the young worker's day.</summary>
public sealed class YoungWorkerEncoding(YoungWorkerRule rule) : PairEncoding(rule)
{
    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers.Where(worker => worker.Worker.Young))
        {
            worker.LimitRuns(new RunTerms
            {
                Start = Working,
                Step = arc => arc.Shape.PaidMinutes + Working(arc.To!),
                Continues = arc => arc.DutyContinues,
                Limit = _ => worker.Worker.DutyWorkingMinutesMax,
            });
        }
    }

    private static long Working(EncodedNode node) => node.Item.Visit >= 0 ? node.Item.End - node.Item.Start : 0;
}
