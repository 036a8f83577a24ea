namespace Rostering.SolverBenchmarks.Sets.Uhhc;

/// <summary>What a solution costs and which hard rules it breaks, from the definition and the authors' validator alone. Lunch and services last exactly as long as they must.</summary>
public static class UhhcEvaluator
{
    private const double Rounding = 1e-6;

    /// <summary>Cost and number of broken hard rules. A hard term costs 1 a unit, as in the validator, and each unit of it breaks a rule.</summary>
    public static (double Cost, int Violations) Evaluate(UhhcInstance instance, UhhcSolution solution)
    {
        UhhcDay[] days = [.. solution.Routes.Select((route, worker) => UhhcDay.Of(instance, worker, route))];
        UhhcWeights weights = instance.Weights;
        double[] late = [.. days.SelectMany(day => day.Late)];
        int served = solution.Routes.SelectMany(route => route).Where(stop => stop.Service != UhhcStop.Lunch).Select(stop => stop.Visit).Distinct().Count();
        (double? Weight, double Amount)[] terms =
        [
            (weights.Travel, days.Sum(day => day.Travel)),
            (weights.Lateness, late.Sum()),
            (weights.WorstLateness, late.DefaultIfEmpty(0).Max()),
            (weights.Waiting, days.Sum(day => day.Waiting)),
            (weights.Overtime, days.Sum(day => day.Overtime)),
            (weights.WorstIdle, days.Max(day => day.Idle)),
            (weights.NotPreferred, days.Sum(day => day.NotPreferred)),
            (weights.LeftOut, instance.Visits.Length - served),
            (weights.MissedLunch, days.Count(day => day.MissedLunch)),
            (weights.Balance, Balance([.. days.Select(day => day.Work)])),
            (weights.Incompatible, days.Sum(day => day.Incompatible)),
            (weights.Unqualified, days.Sum(day => day.Unqualified)),
            (weights.Work, days.Sum(day => day.Work)),
        ];
        int broken = terms.Count(term => term is { Weight: UhhcWeights.Hard, Amount: > Rounding });
        double cost = terms.Sum(term => term.Weight switch { null => 0, UhhcWeights.Hard => term.Amount, { } weight => weight * term.Amount });
        return (cost, broken + days.Sum(day => day.Violations) + Enumerable.Range(0, instance.Visits.Length).Sum(visit => VisitViolations(instance, solution, visit)));
    }

    private static double Balance(double[] work) => work.Sum(own => Math.Ceiling(Math.Abs(own - work.Average()) - Rounding));

    // All services once, by different workers, as far apart as they must be; only optional visits may be left out.
    private static int VisitViolations(UhhcInstance instance, UhhcSolution solution, int visit)
    {
        UhhcVisit data = instance.Visits[visit];
        (int Worker, UhhcStop Stop)[] stops =
        [
            .. solution.Routes.SelectMany((route, worker) => route.Where(stop => stop.Visit == visit && stop.Service != UhhcStop.Lunch).Select(stop => (worker, stop))).OrderBy(stop => stop.Item2.Service),
        ];
        if (stops.Length == 0)
        {
            return data.Optional ? 0 : 1;
        }

        bool eachOnce = stops.Select(stop => stop.Stop.Service).SequenceEqual(Enumerable.Range(0, data.Services.Length));
        if (!eachOnce || stops.Length == 1)
        {
            return eachOnce ? 0 : 1;
        }

        double gap = stops[1].Stop.Start - stops[0].Stop.Start;
        return (stops[0].Worker == stops[1].Worker ? 1 : 0) + (gap >= data.GapMin - Rounding && gap <= data.GapMax + Rounding ? 0 : 1);
    }
}
