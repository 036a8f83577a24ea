using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Demands;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Demonstration.Plan;

/// <summary>
/// Lays out a rota nobody sees, so that the week is known to be possible. What it cannot place is taken out of the demand; history,
/// absence, wishes and money are drawn afterwards, around it.
/// </summary>
internal sealed class HiddenPlanner
{
    private const int LongVisit = 240;

    private readonly WeekCalendar calendar;
    private readonly Candidates candidates;
    private readonly ImmutableArray<DraftWorker> workers;

    public HiddenPlanner(WeekCalendar calendar, PreparedProblem staff, ImmutableArray<DraftWorker> workers, Dice dice)
    {
        this.calendar = calendar;
        this.workers = workers;
        candidates = new Candidates(calendar, staff, dice);
    }

    /// <summary>Every team plans its own week first; only then does one team borrow from another.</summary>
    public HiddenPlan Plan(DemandBook demand)
    {
        var linked = demand.Links.SelectMany(link => new[] { link.First, link.Second }).ToHashSet();
        var plan = new HiddenPlan();
        var left = demand.Services.SelectMany(service => Tasks(service)).Where(task => !TryPlace(plan, task, Starts(task), task[0].Service.Workers)).ToList();
        foreach (var task in left)
        {
            List<DraftWorker> team = [.. task[0].Service.Workers, .. Lenders(task[0].Service)];
            if (!TryPlace(plan, task, Starts(task), team, overtime: true))
                demand.Remove(task[0]);
        }

        return plan;

        ImmutableArray<int> Starts(ImmutableArray<DraftVisit> task) =>
            linked.Contains(task[0].Id) ? [task[0].Start] : [.. candidates.Starts(task[0])];
    }

    /// <summary>Day by day, nights first and short visits last: the harder a visit is to place, the sooner. An outing is one task.</summary>
    private static ImmutableArray<ImmutableArray<DraftVisit>> Tasks(Service service) =>
    [
        .. service.Visits
            .GroupBy(visit => visit.Outing ?? visit.Id.Value)
            .Select(group => group.OrderBy(visit => visit.Start).ToImmutableArray())
            .OrderBy(task => task[0].Day)
            .ThenBy(task => !task[0].IsNight)
            .ThenBy(task => task.Length == 1 && task[0].Minutes < LongVisit)
            .ThenBy(task => task[0].Start)
            .ThenBy(task => task[0].Id.Value, StringComparer.Ordinal),
    ];

    private bool TryPlace(HiddenPlan plan, ImmutableArray<DraftVisit> task, ImmutableArray<int> starts, List<DraftWorker> team) =>
        TryPlace(plan, task, starts, team, overtime: false) || TryPlace(plan, task, starts, team, overtime: true);

    private bool TryPlace(HiddenPlan plan, ImmutableArray<DraftVisit> task, ImmutableArray<int> starts, List<DraftWorker> team, bool overtime)
    {
        foreach (var start in starts)
        {
            var chosen = team
                .Select(worker => candidates.Consider(worker, task, start, overtime))
                .OfType<Candidate>()
                .OrderBy(candidate => candidate.Burden)
                .Take(task[0].Workers)
                .ToImmutableArray();
            if (chosen.Length == task[0].Workers)
            {
                Book(plan, task, start, chosen);
                return true;
            }
        }

        return false;
    }

    /// <summary>Workers of one team who live near enough to join a second one.</summary>
    private IEnumerable<DraftWorker> Lenders(Service service) => service.BusOnly
        ? []
        : workers.Where(worker => worker is { Services.Count: 1, NightWorker: false }
            && worker.Services[0] != service
            && Geography.Metres(worker.Home, service.People[0].Home) <= Geography.NearMetres);

    private void Book(HiddenPlan plan, ImmutableArray<DraftVisit> task, int start, ImmutableArray<Candidate> chosen)
    {
        foreach (var candidate in chosen)
        {
            candidate.Worker.Diary.Add(candidate.Bookings, candidate.Paid);
            candidate.Worker.MinutesMax = Math.Max(candidate.Worker.MinutesMax, (candidate.Paid + 59) / 30 * 30);
            if (!candidate.Worker.Services.Contains(task[0].Service))
                candidate.Worker.Join(task[0].Service);
        }

        foreach (var visit in task)
            plan.Add(visit, calendar.Elapsed(start + visit.Start - task[0].Start), [.. chosen.Select(candidate => candidate.Worker)]);
    }
}

/// <summary>A worker who could do a task, with the bookings it would make.</summary>
/// <param name="Paid">Paid minutes of the week with them.</param>
/// <param name="Burden">How little the task suits the worker; least is best.</param>
internal readonly record struct Candidate(DraftWorker Worker, ImmutableArray<Booking> Bookings, int Paid, int Burden);
