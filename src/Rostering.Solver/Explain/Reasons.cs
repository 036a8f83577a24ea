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

    /// <summary>What speaks for a worker who would come to a gap: the training it asks for, the way there, hours left and recent asks.</summary>
    public static ImmutableArray<string> ForCover(PreparedVisit visit, PreparedWorker worker, in Seat seat) =>
    [
        .. visit.Source.Competencies.Length > 0 ? [$"Trained for {string.Join(", ", visit.Source.Competencies)}."] : Array.Empty<string>(),
        WayThere(seat),
        Left(worker, seat),
        worker.Source.History.RecentAsks == 0 ? "Not asked in the last four weeks." : $"Asked {Wording.Count(worker.Source.History.RecentAsks, "time")} in the last four weeks.",
    ];

    private static string WayThere(in Seat seat) => seat.Journey switch
    {
        { TaxiPence: > 0 } ride => $"Needs a taxi, {Wording.Pounds(ride.TaxiPence)}.",
        { Minutes: 0 } => "On the spot.",
        var journey => $"{journey.Minutes} min from {(seat.FromHome ? "home" : "the visit before")}.",
    };

    private static string Left(PreparedWorker worker, in Seat seat)
    {
        int left = worker.PaidMinutesMax - seat.PaidMinutes;
        return left >= 0 ? $"{Wording.Hours(left)} left of the week's most afterwards." : $"{Wording.Hours(-left)} beyond the week's most afterwards.";
    }

    /// <summary>What a worker is to a person: "Knows Mary Bell from 12 visits."</summary>
    public static string Knows(PreparedPerson person, PreparedWorker worker)
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
        int at = Array.FindIndex(timeline.Items.ToArray(), item => item.Visit == visit);
        Journey journey = at > 0 && timeline.Gaps[at - 1].Kind is GapKind.Paid or GapKind.Outing or GapKind.Split ? timeline.Gaps[at - 1].Journey : default;
        string travel = journey.Minutes > 0 ? $"{journey.Minutes} min from the visit before; " : string.Empty;
        PreparedWorker who = schedule.Problem.Workers[worker];
        return $"{travel}{Wording.Hours(timeline.PaidMinutes)} paid this week, {Wording.Hours(who.Source.Contract.ContractedMinutes)} contracted; "
            + $"the visit costs {ObjectiveWording.Pounds(timeline.Items[at].Charged)}.";
    }
}
