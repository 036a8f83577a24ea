using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Messages;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Wording = Rostering.Solver.Rules.Wording;

namespace Rostering.Core.Rotas.Publishing;

/// <summary>Writes to those whom a week concerns, and to nobody else: to each one letter with what concerns them.</summary>
internal static class TellPeople
{
    private const string MyWeek = "/my/week";

    /// <summary>Tells of a publication: those whose visits are new or differ from what they were told.</summary>
    public static void OfPublication(RosteringContext database, PublicationPlan plan, Act act)
    {
        Schedule schedule = plan.Draft.Schedule;
        var lines =
            from change in plan.Changes
            from reader in Concerned(schedule, change)
            select (reader, Start: VisitChange.Start(schedule, change.Visit), Line: change.Sentence ?? Words(schedule, change.Visit, reader));
        var gone =
            from visit in plan.Dropped
            from reader in visit.Workers.Select(Reader.Worker).Concat(visit.People.Select(Reader.Person))
            select (reader, Start: visit.StartsAt, Line: $"{visit.StartsAt.ToString("ddd HH:mm", null)} no longer takes place");
        string week = plan.Draft.Week.StartsOn.ToString("d MMMM uuuu", null);
        bool first = plan.Draft.Publication is null;
        foreach (var letter in lines.Concat(gone).GroupBy(line => line.reader))
        {
            Send(database, act, letter.Key, first ? $"Your week of {week}" : $"Changes to your week of {week}", letter.OrderBy(line => line.Start).Select(line => line.Line));
        }
    }

    /// <summary>Tells of a week that is taken back: everybody who was told of a visit in it.</summary>
    public static void OfRetraction(RosteringContext database, LocalDate monday, IReadOnlyCollection<PublishedVisit> withdrawn, Act act)
    {
        foreach (Reader reader in withdrawn.SelectMany(visit => visit.Workers.Select(Reader.Worker).Concat(visit.People.Select(Reader.Person))).Distinct())
        {
            Send(database, act, reader, $"Your week of {monday.ToString("d MMMM uuuu", null)} is taken back", [$"It will be published again. The reason: {act.Why}"]);
        }
    }

    /// <summary>Asks everybody in a draft what they say of it.</summary>
    public static void OfConsultation(RosteringContext database, LocalDate monday, Schedule draft, Instant answerBy, Act act)
    {
        foreach (Reader reader in draft.Problem.Visits.Where(visit => draft.Covered(visit.Index)).SelectMany(visit => Readers(draft, visit)).Distinct())
        {
            Send(database, act, reader, $"What do you say to your week of {monday.ToString("d MMMM uuuu", null)}?", [$"It is a draft. Answer by {answerBy.ToString("ddd d MMMM HH:mm 'UTC'", null)}: yes, no, or what you wish for."]);
        }
    }

    private static IEnumerable<Reader> Concerned(Schedule schedule, VisitChange change) =>
        Readers(schedule, change.Visit).Concat((change.Was?.Workers ?? []).Select(Reader.Worker)).Distinct();

    private static IEnumerable<Reader> Readers(Schedule schedule, PreparedVisit visit) =>
        VisitChange.Workers(schedule, visit).Select(Reader.Worker).Concat(visit.Source.Shares.Select(share => Reader.Person(share.Person.Value)));

    // A worker reads for whom it is, a person who comes.
    private static string Words(Schedule schedule, PreparedVisit visit, Reader reader)
    {
        PreparedProblem problem = schedule.Problem;
        string when = VisitChange.Start(schedule, visit).ToString("ddd HH:mm", null);
        string who = reader.Kind == ReaderKind.Worker
            ? visit.People.IsEmpty ? visit.Source.Kind.ToString() : Wording.Join([.. visit.People.Select(person => Wording.Person(problem, person))])
            : schedule.Covered(visit.Index) ? Wording.Join([.. schedule.Workers(visit.Index).Select(worker => Wording.Worker(problem, worker))]) : "we are still looking for somebody";
        return $"{when} for {Wording.Hours(visit.Minutes)}: {who}";
    }

    private static void Send(RosteringContext database, Act act, Reader reader, string subject, IEnumerable<string> lines) =>
        QueueMessage.Add(database, act.By.ProviderId, new QueueMessage.Letter(reader, subject, string.Join('\n', lines), MyWeek), act.At);
}
