using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.FundLimit;

/// <summary>For each fund that encoded work draws on: money taken ≤ money limit, minutes taken ≤ minutes limit; held work counts too.</summary>
public sealed class FundLimitEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (int index in DrawnOn(encoding))
        {
            PreparedFund fund = encoding.Problem.Funds[index];
            encoding.Model.Add(encoding.FundMilliPencePermille(fund) <= FundLimitRule.Limit(fund.MilliPencePermilleMax));
            if (fund.Source.AvailableMinutes is not null)
            {
                encoding.Model.Add(encoding.FundMinutesPermille(fund) <= FundLimitRule.Limit(fund.MinutesPermilleMax));
            }
        }
    }

    // A held visit may change its cost too: the journey to it depends on what its worker does before.
    private static IEnumerable<int> DrawnOn(RotaEncoding encoding) => encoding.Workers
        .SelectMany(worker => worker.Visits)
        .Select(node => node.Item.Visit)
        .Distinct()
        .SelectMany(visit => encoding.Problem.Visits[visit].Funds)
        .Select(share => share.Fund)
        .Distinct()
        .Order();
}
