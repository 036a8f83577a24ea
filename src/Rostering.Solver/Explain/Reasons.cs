using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>What speaks for a worker at a visit, in words.</summary>
internal static class Reasons
{
    public static ImmutableArray<string> For(Schedule schedule, int visit, int worker)
    {
        PreparedProblem problem = schedule.Problem;
        PreparedVisit data = problem.Visits[visit];
        PreparedWorker who = problem.Workers[worker];
        return
        [
            .. data.PinnedWorkers.Contains(worker) ? ["Fixed by hand."] : Array.Empty<string>(),
            .. data.People.Select(person => Knows(problem.People[person], who)),
            .. data.Published is { } published && published.Workers.Contains(worker) ? ["Already on the published rota."] : Array.Empty<string>(),
            .. data.Source.Competencies.Length > 0 ? [$"Trained for {string.Join(", ", data.Source.Competencies)}."] : Array.Empty<string>(),
            Week(schedule, visit, worker),
        ];
    }

    private static string Knows(PreparedPerson person, PreparedWorker worker)
    {
        int visits = person.Source.History.FirstOrDefault(a => a.Worker == worker.Source.Id)?.Visits ?? 0;
        string name = person.Source.Name;
        return person.Welcome[worker.Index] switch
        {
            Welcome.Chosen when person.Source.KeyWorker == worker.Source.Id => $"{name}'s key worker.",
            Welcome.Chosen => $"Chosen by {name}.",
            Welcome.Accepted => $"Accepted by {name}.",
            Welcome.Known => $"Knows {name} from {visits} visits.",
            _ => $"New to {name}.",
        };
    }

    private static string Week(Schedule schedule, int visit, int worker)
    {
        WorkerTimeline timeline = new(schedule.Problem);
        timeline.Load(schedule, worker);
        int at = timeline.Items.Select((item, i) => (item, i)).First(x => x.item.Visit == visit).i;
        Journey journey = at > 0 && timeline.Gaps[at - 1].Kind is GapKind.Paid or GapKind.Outing or GapKind.Split ? timeline.Gaps[at - 1].Journey : default;
        string travel = journey.Minutes > 0 ? $"{journey.Minutes} min from the visit before; " : string.Empty;
        PreparedWorker who = schedule.Problem.Workers[worker];
        return $"{travel}{Wording.Hours(timeline.PaidMinutes)} paid this week, {Wording.Hours(who.Source.Contract.ContractedMinutes)} contracted; "
            + $"the visit costs {ObjectiveWording.Pounds(timeline.Items[at].Charged)}.";
    }
}
