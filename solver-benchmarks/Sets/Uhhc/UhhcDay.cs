using System.Collections.Immutable;

namespace Rostering.SolverBenchmarks.Sets.Uhhc;

/// <summary>What one worker's route amounts to.</summary>
internal sealed record UhhcDay(
    double Travel, double Waiting, double Overtime, double Idle, double Work, int NotPreferred, int Incompatible, int Unqualified, bool MissedLunch, ImmutableArray<double> Late, int Violations)
{
    private const double Rounding = 1e-6;

    public static UhhcDay Of(UhhcInstance instance, int worker, ImmutableArray<UhhcStop> route)
    {
        UhhcWorker data = instance.Workers[worker];
        UhhcStop[] services = [.. route.Where(stop => stop.Service != UhhcStop.Lunch)];
        bool lunch = services.Length < route.Length;
        (double travel, double waiting, double waitingOrEarly, double back, int late) = Walk(instance, data, route);
        double overtime = data.Shift is { } shift ? Math.Max(0, back - shift.End) : 0;
        double idle = data.Shift is { } span ? (route.IsEmpty ? span.End - span.Start : waitingOrEarly + Math.Max(0, span.End - back)) : 0;
        return new UhhcDay(
            travel, waiting, overtime, idle, travel + services.Sum(stop => Service(instance, stop).Minutes),
            services.Count(stop => instance.Visits[stop.Visit].Preferred is { } preferred && !preferred.Contains(data.Id)),
            services.Count(stop => instance.Visits[stop.Visit].Incompatible.Contains(data.Id)),
            services.Count(stop => !data.Skills.Contains(Service(instance, stop).Skill)),
            data.WantsLunch && !lunch,
            [.. services.Select(stop => Lateness(instance, stop))],
            late + BrokenTerms(instance, data, services) + route.Count(stop => stop.Service == UhhcStop.Lunch && !LunchInTime(instance, data, stop)) + Math.Max(0, route.Length - services.Length - 1));
    }

    // The validator does not count the wait after a lunch that is the first stop.
    private static (double Travel, double Waiting, double WaitingOrEarly, double Back, int Violations) Walk(UhhcInstance instance, UhhcWorker worker, ImmutableArray<UhhcStop> route)
    {
        double shiftStart = worker.Shift?.Start ?? 0;
        (double travel, double waiting, double idle, double free, int place, int violations) = (0, 0, 0, shiftStart, worker.Departs, 0);
        for (int i = 0; i < route.Length; i++)
        {
            UhhcStop stop = route[i];
            int there = instance.Visits[stop.Visit].Place;
            double leg = instance.Travel[place][there];
            double wait = stop.Start - free - leg;
            bool counted = i == 0 ? !instance.LeavesInTime : i > 1 || route[0].Service != UhhcStop.Lunch;
            violations += wait >= -Rounding ? 0 : 1;
            waiting += counted ? wait : 0;
            idle += wait;
            travel += leg;
            free = stop.Start + (stop.Service == UhhcStop.Lunch ? instance.Lunch!.Minutes : Service(instance, stop).Minutes);
            place = there;
        }

        double home = instance.Travel[place][worker.Returns];
        return (travel + home, waiting, idle, free + home, violations);
    }

    // Nobody starts before the first window; skills and incompatibilities are hard where they have no price.
    private static int BrokenTerms(UhhcInstance instance, UhhcWorker worker, UhhcStop[] services) =>
        services.Count(stop => stop.Start < instance.Visits[stop.Visit].Windows[0].Start - Rounding)
        + (instance.Weights.Unqualified is null ? services.Count(stop => !worker.Skills.Contains(Service(instance, stop).Skill)) : 0)
        + (instance.Weights.Incompatible is null ? services.Count(stop => instance.Visits[stop.Visit].Incompatible.Contains(worker.Id)) : 0);

    private static bool LunchInTime(UhhcInstance instance, UhhcWorker worker, UhhcStop stop) =>
        worker.WantsLunch && instance.Lunch is { } lunch && stop.Start >= lunch.Start - Rounding && stop.Start + (instance.LateByEnd ? lunch.Minutes : 0) <= lunch.End + Rounding;

    // By the last window that has begun when the service starts.
    private static double Lateness(UhhcInstance instance, UhhcStop stop)
    {
        ImmutableArray<UhhcWindow> windows = instance.Visits[stop.Visit].Windows;
        UhhcWindow window = windows.LastOrDefault(window => window.Start <= stop.Start + Rounding) ?? windows[0];
        return Math.Max(0, stop.Start + (instance.LateByEnd ? Service(instance, stop).Minutes : 0) - window.End);
    }

    private static UhhcService Service(UhhcInstance instance, UhhcStop stop) => instance.Visits[stop.Visit].Services[stop.Service];
}
