using System.Numerics;

namespace Rostering.Solver.Problem.Validation;

/// <summary>
/// Makes sure that no rota of the week can have a score beyond what a <c>long</c> holds. The bound is rough and generous: no week of
/// real weights and rates comes within a thousandth of it.
/// </summary>
internal static class ScoreRange
{
    private const int MinutesInDay = 24 * 60;
    private const int MinutesInWeek = 7 * MinutesInDay;

    public static void Check(ValidationContext context)
    {
        var worst = WorstCost(context.Problem) + WorstOther(context.Problem);
        if (worst > long.MaxValue / 2)
        {
            context.Findings.Add("$.weights", worst, "The week's worst score would not fit a 64-bit number.",
                "Lower the weights, or correct the pay, the premiums and the visits' minutes and workers.",
                "$.visits", "$.workers", "$.payBands");
        }
    }

    /// <summary>The cost of every visit at the highest pay in every band at once, in points.</summary>
    private static BigInteger WorstCost(RotaProblem problem)
    {
        var pence = Greatest(problem.Workers.SelectMany(worker => worker.Teams).Select(team => (long)team.PencePerHour));
        var premium = problem.PayBands.Aggregate((BigInteger)1_000, (sum, band) => sum + band.PremiumPermille);
        var onCost = Greatest(problem.Parameters.Where(p => p.Key == ParameterKeys.OnCostPermille).Select(p => p.Value));

        // Pence an hour, twice in thousandths, give thousandths of a penny a minute.
        return PaidMinutes(problem) * pence * premium * onCost / 60_000 * problem.Weights.GetValueOrDefault(WeightKeys.Cost);
    }

    /// <summary>Every other term at once, each at the greatest weight for every paid minute and every worker's minute of the week.</summary>
    private static BigInteger WorstOther(RotaProblem problem)
    {
        var weight = Greatest(problem.Weights.Where(entry => entry.Key != WeightKeys.Cost).Select(entry => entry.Value));
        return weight * problem.Weights.Count * (PaidMinutes(problem) + ((BigInteger)problem.Workers.Length * MinutesInWeek));
    }

    private static BigInteger Greatest(IEnumerable<long> values) => values.DefaultIfEmpty().Max();

    /// <summary>The visits' minutes, with a day of travel, waiting and topping up around each.</summary>
    private static BigInteger PaidMinutes(RotaProblem problem) =>
        problem.Visits.Aggregate(BigInteger.Zero, (sum, visit) => sum + (((BigInteger)visit.Minutes + MinutesInDay) * visit.Workers));
}
