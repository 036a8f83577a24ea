using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.KnownWorker;

/// <summary>No node of a lone worker whom a flagged person does not know; where several come, one of the known ones is among them.</summary>
public sealed class KnownWorkerEncoding : RuleEncoding
{
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) =>
        visit.Seats == 1 && Flagged(problem, visit).Any(person => !person.Known[worker.Index]);

    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedVisit visit in encoding.Visits.Where(v => v.Visit.Seats > 1))
        {
            foreach (PreparedPerson person in Flagged(encoding.Problem, visit.Visit))
            {
                IEnumerable<ILiteral> known = visit.Nodes.Where(node => person.Known[node.Worker.Index]).Select(node => node.Present);
                encoding.Model.AddBoolOr([.. known, visit.Covered.Not()]);
            }
        }
    }

    private static IEnumerable<PreparedPerson> Flagged(PreparedProblem problem, PreparedVisit visit) =>
        visit.People.Select(person => problem.People[person]).Where(person => person.Source.KnownWorkersOnly);
}
