using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.NightWork;

/// <summary>
/// For night workers: working minutes of the week ≤ the limit, or what others alone take of it where that is more; and where a duty ends
/// that held a hazard and a visit by night, working minutes along it ≤ the limit for such a duty.
/// </summary>
public sealed class NightWorkEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers.Where(worker => worker.Worker.Source.Contract.NightWorker))
        {
            encoding.Model.Add(worker.WorkingMinutes() <= Math.Max(worker.Worker.NightWorkingMinutesMax, worker.Worker.OutsideMinutes));
            if (worker.Visits.Any(node => Hazard(encoding.Problem, node)))
            {
                LimitDuties(encoding, worker);
            }
        }
    }

    private static void LimitDuties(RotaEncoding encoding, EncodedWorker worker)
    {
        PreparedProblem problem = encoding.Problem;
        IReadOnlyList<LinearExpr> working = worker.WorkingInDuty;
        IReadOnlyList<LinearExpr> hazards = Count(worker, node => Hazard(problem, node));
        IReadOnlyList<LinearExpr> nights = Count(worker, node => MinuteSpan.Overlap(problem.NightTime, node.Item.Start, node.Item.End) > 0);
        foreach (EncodedNode node in worker.Visits)
        {
            BoolVar hazard = Any(encoding.Model, hazards[node.Index], worker.Nodes.Count);
            BoolVar night = Any(encoding.Model, nights[node.Index], worker.Nodes.Count);
            encoding.Model.Add(working[node.Index] <= worker.Worker.HazardNightMinutesMax).OnlyEnforceIf(worker.EndsDuty(node), hazard, night);
        }
    }

    private static IReadOnlyList<LinearExpr> Count(EncodedWorker worker, Func<EncodedNode, bool> counts) =>
        worker.Accumulate(node => counts(node) ? 1 : 0, arc => counts(arc.To!) ? 1 : 0, arc => arc.DutyContinues);

    // True wherever the count is not 0; where it is 0 the literal is free, and binds nothing.
    private static BoolVar Any(CpModel model, LinearExpr count, int max)
    {
        BoolVar any = model.NewBoolVar("any");
        model.Add(count <= LinearExpr.Term(any, max));
        return any;
    }

    private static bool Hazard(PreparedProblem problem, EncodedNode node) => node.Item.Visit >= 0 && problem.Visits[node.Item.Visit].Source.SpecialHazard;
}
