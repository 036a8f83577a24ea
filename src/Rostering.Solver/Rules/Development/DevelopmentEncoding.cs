using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Development;

/// <summary>Missed ≥ 1 − workers new to the person on held visits − Σ nodes of such workers on free ones.</summary>
public sealed class DevelopmentEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (PreparedPerson person in encoding.Problem.People.Where(p => DevelopmentRule.Concerns(p) && p.Visits.Any(encoding.Scope.Free)))
        {
            int held = person.Visits.Where(v => !encoding.Scope.Free(v)).SelectMany(v => encoding.Scope.Held.Workers(v)).Count(w => !person.Known[w]);
            IEnumerable<ILiteral> meetings = person.Visits.Select(encoding.Visit).OfType<EncodedVisit>()
                .SelectMany(visit => visit.Nodes).Where(node => !person.Known[node.Worker.Index]).Select(node => node.Present);
            encoding.Objective.Add(
                DevelopmentRule.SecondWorker, encoding.Excess(1 - held - LinearExpr.Sum(meetings), 1, $"second_worker_{person.Index}"));
        }
    }
}
