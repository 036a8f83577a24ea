using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.Changes;

/// <summary>A published worker costs 1 − Σ their nodes of the visit; the start Σ over its starts of minutes moved × literal.</summary>
public sealed class ChangesEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedVisit visit in encoding.Visits)
        {
            if (visit.Visit.Published is not { } published)
            {
                continue;
            }

            foreach (int worker in published.Workers)
            {
                encoding.Objective.Add(ChangesRule.Worker, 1 - visit.MadeBy(worker));
            }

            encoding.Objective.Add(ChangesRule.Start, visit.MinutesFrom(published.Start));
        }
    }
}
