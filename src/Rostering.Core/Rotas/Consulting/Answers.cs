using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas.Consulting;

/// <summary>
/// Turns what was answered into the problem that is solved next: a visit that all its workers said yes to stays as it is, whoever said no, or
/// was said no to, is held off it, and wishes weigh.
/// </summary>
internal static class Answers
{
    /// <summary>The problem with the answers in it.</summary>
    public static RotaProblem Of(RotaProblem problem, ConsultationState consultation)
    {
        WeeklyRota sent = consultation.Sent.ToRota();
        Dictionary<string, Assignment> assignments = sent.Assignments.ToDictionary(assignment => assignment.Visit.Value, StringComparer.Ordinal);
        RotaProblem answered = problem.Published is null ? Sent(problem, sent) : problem;
        answered = answered with { Pins = [.. answered.Pins, .. Agreed(answered, consultation, assignments)] };
        foreach (ConsultAnswer answer in consultation.Answers)
        {
            answered = answer.Answer switch
            {
                AnswerKind.No => HeldOff(answered, answer, assignments),
                AnswerKind.Wish => Wished(answered, answer),
                _ => answered,
            };
        }

        return answered;
    }

    /// <summary>The problem with a rota that was sent counted as what people hold, and none of it frozen.</summary>
    public static RotaProblem Sent(RotaProblem problem, WeeklyRota sent)
    {
        HashSet<VisitId> visits = [.. problem.Visits.Select(visit => visit.Id)];
        HashSet<WorkerId> workers = [.. problem.Workers.Select(worker => worker.Id)];
        return problem with
        {
            Published = new PublishedRota
            {
                FrozenUntil = problem.WeekStart.AtMidnight(),
                Visits =
                [
                    .. from assignment in sent.Assignments
                       where visits.Contains(assignment.Visit) && assignment.Workers.All(workers.Contains)
                       select new Solver.Problem.PublishedVisit { Visit = assignment.Visit, Start = assignment.Start, Workers = assignment.Workers },
                ],
            },
        };
    }

    private static IEnumerable<Pin> Agreed(RotaProblem problem, ConsultationState consultation, Dictionary<string, Assignment> assignments)
    {
        HashSet<VisitId> pinned = [.. problem.Pins.Select(pin => pin.Visit)];
        return
            from visit in problem.Visits
            where !pinned.Contains(visit.Id) && assignments.ContainsKey(visit.Id.Value)
            let assignment = assignments[visit.Id.Value]
            let said = consultation.Answers.Where(answer => answer.Visit == visit.Id.Value).ToArray()
            where said.All(answer => answer.Answer == AnswerKind.Yes)
                && assignment.Workers.All(worker => said.Any(answer => answer.FromKind == AnswerFrom.Worker && answer.FromId == worker.Value))
            from worker in assignment.Workers
            where problem.Workers.Any(known => known.Id == worker)
            select new Pin { Visit = visit.Id, Worker = worker, Start = assignment.Start };
    }

    // A worker who is held off a visit is committed elsewhere for as long as it might take place: nobody else need know why.
    private static RotaProblem HeldOff(RotaProblem problem, ConsultAnswer answer, Dictionary<string, Assignment> assignments)
    {
        if (problem.Visits.FirstOrDefault(visit => visit.Id.Value == answer.Visit) is not { } visit || !assignments.TryGetValue(answer.Visit, out Assignment? sent))
        {
            return problem;
        }

        ImmutableArray<string> off = answer.FromKind == AnswerFrom.Worker ? [answer.FromId] : answer.Worker is { } named ? [named] : [.. sent.Workers.Select(worker => worker.Value)];
        Absence held = new() { Kind = AbsenceKind.Commitment, Time = new LocalInterval(visit.EarliestStart, visit.LatestStart.PlusMinutes(visit.Minutes)) };
        return problem with { Workers = [.. problem.Workers.Select(worker => off.Contains(worker.Id.Value) ? worker with { Absences = worker.Absences.Add(held) } : worker)] };
    }

    private static RotaProblem Wished(RotaProblem problem, ConsultAnswer answer)
    {
        RotaProblem wished = answer.WishedStart is { } start
            ? problem with { Visits = [.. problem.Visits.Select(visit => visit.Id.Value == answer.Visit ? visit with { WantedStart = start } : visit)] }
            : problem;
        return answer is { FromKind: AnswerFrom.Person, Worker: { } worker }
            ? wished with { People = [.. wished.People.Select(person => person.Id.Value == answer.FromId && !person.Chosen.Contains(new WorkerId(worker)) ? person with { Chosen = person.Chosen.Add(new WorkerId(worker)) } : person)] }
            : wished;
    }
}
