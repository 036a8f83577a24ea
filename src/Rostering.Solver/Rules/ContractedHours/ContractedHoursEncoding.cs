using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.ContractedHours;

/// <summary>Below ≥ due − paid. Swing ≥ paid − typical − free and swing ≥ typical − free − paid, of which one at most is above 0.</summary>
public sealed class ContractedHoursEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers)
        {
            LinearExpr paid = worker.PaidMinutes();
            PreparedWorker data = worker.Worker;
            if (data.PaidMinutesDue > 0)
            {
                encoding.Objective.Add(
                    ContractedHoursRule.BelowContract, encoding.Excess(data.PaidMinutesDue - paid, data.PaidMinutesDue, $"below_contract_{data.Index}"));
            }

            if (data.TypicalMinutes >= 0)
            {
                (int least, int most) = (data.TypicalMinutes - data.SwingFree, data.TypicalMinutes + data.SwingFree);
                encoding.Objective.Add(ContractedHoursRule.Swing, encoding.Excess(least - paid, least, $"swing_down_{data.Index}"));
                encoding.Objective.Add(ContractedHoursRule.Swing, encoding.Excess(paid - most, PaidMost(encoding, worker), $"swing_up_{data.Index}"));
            }
        }
    }

    // Every visit of the worker, each with the longest paid way in and the largest top-up.
    private static long PaidMost(RotaEncoding encoding, EncodedWorker worker)
    {
        Limits limits = encoding.Problem.Limits;
        int besides = limits[ParameterKeys.DutyEndsAfterGapMinutes] + limits[ParameterKeys.EngagementPaidMinutesMin];
        return worker.Visits.Select(node => node.Item.Visit).Distinct().Sum(visit => (long)encoding.Problem.Visits[visit].Minutes + besides);
    }
}
