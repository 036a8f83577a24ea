using System.Collections.Immutable;
using Rostering.Solver.Routes;

namespace Rostering.SolverBenchmarks.Sets.Uhhc;

/// <summary>An instance as the route search takes it, and its routes as a solution.</summary>
internal static class UhhcProblem
{
    // What must not occur costs so much a unit in the search; the evaluator alone says whether it occurred.
    private const double HardPrice = 200;
    private const double MandatoryPrice = 1_000_000;

    public static RouteProblem Of(UhhcInstance instance)
    {
        UhhcWeights weights = instance.Weights;
        return new RouteProblem
        {
            Visits = instance.Visits.Length,
            Workers = instance.Workers.Length,
            Seats = [.. instance.Visits.Select(visit => visit.Services.Length)],
            Minutes = [.. BySeat(instance, (_, service) => service?.Minutes ?? 0)],
            Opens = [.. instance.Visits.Select(visit => visit.Windows.Select(window => window.Start).ToArray())],
            Closes = [.. BySeat(instance, (visit, service) => visit.Windows.Select(window => window.End - (instance.LateByEnd ? service?.Minutes ?? 0 : 0)).ToArray())],
            GapMin = [.. instance.Visits.Select(visit => visit.GapMin)],
            GapMax = [.. instance.Visits.Select(visit => visit.GapMax)],
            May = [.. BySeat(instance, (visit, service) => instance.Workers.Select(worker => service is not null && May(weights, visit, service, worker))).SelectMany(may => may)],
            Place = [.. instance.Visits.Select(visit => visit.Place)],
            Departs = [.. instance.Workers.Select(worker => worker.Departs)],
            Returns = [.. instance.Workers.Select(worker => worker.Returns)],
            Places = instance.Travel.Length,
            Travel = [.. instance.Travel.SelectMany(row => row)],
            TravelWeight = Price(weights.Travel) + Price(weights.Work),
            LatenessWeight = Price(weights.Lateness),
            WorstLatenessWeight = Price(weights.WorstLateness),
            SeatCost = [.. BySeat(instance, (visit, service) => instance.Workers.Select(worker => service is null ? 0 : SeatCost(weights, visit, service, worker))).SelectMany(costs => costs)],
            LeaveOutCost = [.. instance.Visits.Select(visit => visit.Optional ? Price(weights.LeftOut) : MandatoryPrice)],
            Workdays = WorkdaysOf(instance),
        };
    }

    /// <summary>The state's present plan. Lunch is at the visit before which it is taken, or at the last one.</summary>
    public static UhhcSolution Solution(RouteState state) => new([.. state.Routes().Select((route, worker) => Route(route, state.Lunch(worker)))]);

    private static ImmutableArray<UhhcStop> Route(IReadOnlyList<(int Seat, double Start)> route, (int Before, double Start)? lunch)
    {
        List<UhhcStop> stops = [.. route.Select(stop => new UhhcStop(stop.Seat / 2, stop.Seat % 2, stop.Start))];
        if (lunch is { } taken && stops.Count > 0)
        {
            int at = taken.Before < 0 ? stops.Count : stops.FindIndex(stop => stop.Visit == taken.Before / 2);
            stops.Insert(at, new UhhcStop(stops[Math.Min(at, stops.Count - 1)].Visit, UhhcStop.Lunch, taken.Start));
        }

        return [.. stops];
    }

    private static bool May(UhhcWeights weights, UhhcVisit visit, UhhcService service, UhhcWorker worker) =>
        (weights.Unqualified is not (null or UhhcWeights.Hard) || worker.Skills.Contains(service.Skill))
        && (weights.Incompatible is not (null or UhhcWeights.Hard) || !visit.Incompatible.Contains(worker.Id));

    private static double SeatCost(UhhcWeights weights, UhhcVisit visit, UhhcService service, UhhcWorker worker) =>
        (visit.Preferred is { } preferred && !preferred.Contains(worker.Id) ? Price(weights.NotPreferred) : 0)
        + (visit.Incompatible.Contains(worker.Id) ? Price(weights.Incompatible) : 0)
        + (worker.Skills.Contains(service.Skill) ? 0 : Price(weights.Unqualified))
        + (Price(weights.Work) * service.Minutes);

    private static Workdays WorkdaysOf(UhhcInstance instance) => new()
    {
        ShiftStart = [.. instance.Workers.Select(worker => worker.Shift?.Start ?? 0)],
        ShiftEnd = [.. instance.Workers.Select(worker => worker.Shift?.End ?? double.PositiveInfinity)],
        WantsLunch = [.. instance.Workers.Select(worker => worker.WantsLunch && instance.Lunch is not null)],
        LunchOpens = instance.Lunch?.Start ?? 0,
        LunchCloses = instance.Lunch is { } lunch ? lunch.End - (instance.LateByEnd ? lunch.Minutes : 0) : 0,
        LunchMinutes = instance.Lunch?.Minutes ?? 0,
        LeaveInTime = instance.LeavesInTime,
        WaitingWeight = Price(instance.Weights.Waiting),
        OvertimeWeight = Price(instance.Weights.Overtime),
        WorstIdleWeight = Price(instance.Weights.WorstIdle),
        MissedLunchWeight = Price(instance.Weights.MissedLunch),
        BalanceWeight = Price(instance.Weights.Balance),
    };

    private static double Price(double? weight) => weight switch { null => 0, UhhcWeights.Hard => HardPrice, { } price => price };

    private static IEnumerable<T> BySeat<T>(UhhcInstance instance, Func<UhhcVisit, UhhcService?, T> of) =>
        instance.Visits.SelectMany(visit => new[] { of(visit, visit.Services[0]), of(visit, visit.Services.Length > 1 ? visit.Services[1] : null) });
}
