using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Uncovered;

/// <summary>Each free visit adds minutes × seats × (1 − covered) to the term of its need.</summary>
public sealed class UncoveredEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedVisit visit in encoding.Visits)
        {
            encoding.Objective.Add(UncoveredRule.Of(visit.Visit.Source.Need), LinearExpr.Term(visit.Covered.Not(), UncoveredRule.Amount(visit.Visit)));
        }
    }
}
