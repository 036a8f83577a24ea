using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Messages;
using Rostering.Solver.Problem.Prepared;
using Wording = Rostering.Solver.Rules.Wording;

namespace Rostering.Core.Cover;

/// <summary>Tells those whom a change of a visit concerns, and nobody else.</summary>
public static class TellChange
{
    /// <summary>Other workers come: they, whoever comes no more, and the people supported are told.</summary>
    public static void OfTeam(RosteringContext database, LiveWeek week, PreparedVisit visit, IReadOnlyList<string> come, IReadOnlyList<string> gone, Act act)
    {
        string when = LocalClock.Day(week.Told[visit.Source.Id.Value].StartsAt);
        foreach (string worker in come)
            Worker(database, worker, $"You come on {when}", $"{week.For(visit)}, {when} for {Wording.Hours(visit.Minutes)}. It is in your week.", act);
        foreach (string worker in gone)
            Worker(database, worker, $"You need not come on {when}", $"{week.For(visit)}, {when}: {Wording.Join([.. come.Select(week.WorkerName)])} comes.", act);
        string instead = gone.Count == 0 ? "" : $" instead of {Wording.Join([.. gone.Select(week.WorkerName)])}";
        People(database, week, visit, $"{Wording.Join([.. come.Select(week.WorkerName)])} comes on {when}", $"{Wording.Join([.. come.Select(week.WorkerName)])} comes on {when}{instead}.", act);
    }

    /// <summary>A visit is called off: its workers and its people are told.</summary>
    public static void OfCallOff(RosteringContext database, LiveWeek week, PreparedVisit visit, string reason, Act act)
    {
        string when = LocalClock.Day(week.Told[visit.Source.Id.Value].StartsAt);
        foreach (string worker in week.Told[visit.Source.Id.Value].Workers)
            Worker(database, worker, $"Called off: {when}", $"{week.For(visit)}, {when}, is called off. {reason}", act);
        People(database, week, visit, $"Called off: {when}", $"Your support on {when} is called off. {reason}", act);
    }

    private static void Worker(RosteringContext database, string worker, string subject, string body, Act act) =>
        QueueMessage.Add(database, act.By.ProviderId, new QueueMessage.Letter(Reader.Worker(worker), subject, body, "/my/week"), act.At);

    private static void People(RosteringContext database, LiveWeek week, PreparedVisit visit, string subject, string body, Act act)
    {
        foreach (int person in visit.People)
            QueueMessage.Add(database, act.By.ProviderId, new QueueMessage.Letter(Reader.Person(week.Problem.People[person].Source.Id.Value), subject, body, "/my/week"), act.At);
    }
}
