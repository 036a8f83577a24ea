using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Cost;

/// <summary>Cost sums up over nodes, arcs and top-ups. Miles: 1609 × miles ≥ Σ metres × arc, so that miles are rounded up.</summary>
public sealed class CostEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers)
        {
            encoding.Objective.Add(CostRule.Pay, worker.MilliPence());
            EncodeMiles(encoding, worker);
        }
    }

    private static void EncodeMiles(RotaEncoding encoding, EncodedWorker worker)
    {
        LinearExprBuilder metres = LinearExpr.NewBuilder();
        foreach (EncodedArc arc in worker.Arcs.Where(arc => arc.Shape.DutyContinues))
        {
            metres.AddTerm(arc.Literal, arc.Shape.Journey.DrivenMetres);
        }

        // Each node is reached once at most.
        long most = worker.Nodes.Sum(node => node.Into.Where(arc => arc.Shape.DutyContinues).Select(arc => (long)arc.Shape.Journey.DrivenMetres).DefaultIfEmpty(0).Max());
        if (most > 0)
        {
            IntVar miles = encoding.Model.NewIntVar(0, (most / TravelTable.MetresPerMile) + 1, $"miles_{worker.Worker.Index}");
            encoding.Model.Add(LinearExpr.Term(miles, TravelTable.MetresPerMile) >= metres);
            encoding.Objective.Add(CostRule.Mile, miles);
        }
    }
}
