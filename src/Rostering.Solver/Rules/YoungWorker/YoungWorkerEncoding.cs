using Rostering.CpSat.Model;
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
            IReadOnlyList<LinearExpr> working = worker.WorkingInDuty;
            foreach (EncodedNode node in worker.Visits)
            {
                encoding.Model.Add(working[node.Index] <= worker.Worker.DutyWorkingMinutesMax);
            }
        }
    }
}
