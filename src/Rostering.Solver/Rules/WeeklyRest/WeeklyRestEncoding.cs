using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.WeeklyRest;

/// <summary>
/// Rests held by the arcs taken ≥ rests due. A visit can only take a rest away, so that a worker whose fixed work leaves too few of them
/// can make no visit at all.
/// </summary>
public sealed class WeeklyRestEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) => !Attainable(problem, worker);

    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers.Where(worker => worker.Worker.WeeklyRestsDue > 0 && Attainable(encoding.Problem, worker.Worker)))
        {
            encoding.Model.Add(
                LinearExpr.WeightedSum(worker.Arcs.Select(arc => (ILiteral)arc.Literal), worker.Arcs.Select(arc => (long)Rests(encoding.Problem, arc.Shape)))
                >= worker.Worker.WeeklyRestsDue);
        }
    }

    private static int Rests(PreparedProblem problem, in ArcShape arc) =>
        WeeklyRestRule.Rests(problem, arc.Worker, arc.FromStart ? 0 : arc.From.End, arc.ToEnd ? problem.Clock.WeekEnd : arc.To.Start);

    private static bool Attainable(PreparedProblem problem, PreparedWorker worker)
    {
        (int rests, int from) = (0, 0);
        foreach (FixedDuty duty in worker.FixedDuties)
        {
            rests += WeeklyRestRule.Rests(problem, worker, from, duty.Time.Start);
            from = duty.Time.End;
        }

        return rests + WeeklyRestRule.Rests(problem, worker, from, problem.Clock.WeekEnd) >= worker.WeeklyRestsDue;
    }
}
