using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Rotas.Consulting;
using Rostering.Solver.Explain;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>A consultation as it stands: what was sent, laid out, and what was said of it.</summary>
/// <param name="Answers">Of each who answered, the last word on each visit.</param>
public sealed record ConsultationState(Consultation Consultation, LocalDate Monday, Schedule Sent, ImmutableArray<ConsultAnswer> Answers)
{
    public PreparedProblem Problem => Sent.Problem;

    /// <summary>The visits that a worker was asked about.</summary>
    public IEnumerable<PreparedVisit> OfWorker(string worker) => Problem.Index.Workers.TryGetValue(new WorkerId(worker), out int index)
        ? Sent.Visits(index).ToArray().Select(visit => Problem.Visits[visit])
        : [];

    /// <summary>The visits that a person was asked about.</summary>
    public IEnumerable<PreparedVisit> OfPerson(string person) => Problem.Index.People.TryGetValue(new PersonId(person), out int index)
        ? Problem.People[index].Visits.Where(Sent.Covered).Select(visit => Problem.Visits[visit])
        : [];

    /// <summary>What one of them said of a visit.</summary>
    public ConsultAnswer? Said(AnswerFrom kind, string id, string visit) => Answers.FirstOrDefault(answer => (answer.FromKind, answer.FromId, answer.Visit) == (kind, id, visit));
}

/// <summary>Reads what was sent to be answered, and what came back.</summary>
public sealed class ReadConsultation(RosteringContext database)
{
    /// <summary>The latest consultation of a provider's week; <c>null</c> where nothing was sent.</summary>
    public async Task<ConsultationState?> HandleAsync(long provider, LocalDate monday, CancellationToken cancellation)
    {
        var latest = await (
            from sent in database.Consultations
            join week in database.Weeks on sent.WeekId equals week.Id
            where week.ProviderId == provider && week.StartsOn == monday
            orderby sent.Id descending
            select sent).AsNoTracking().FirstOrDefaultAsync(cancellation);
        return latest is null ? null : await StateAsync(latest, monday, cancellation);
    }

    /// <summary>The latest consultations whose answers are still waited for, of weeks to come or under way.</summary>
    public async Task<ImmutableArray<ConsultationState>> OpenAsync(long provider, Instant now, CancellationToken cancellation)
    {
        var open = await (
            from sent in database.Consultations
            join week in database.Weeks on sent.WeekId equals week.Id
            where week.ProviderId == provider && sent.AnswerBy > now && !database.Consultations.Any(later => later.WeekId == sent.WeekId && later.Id > sent.Id)
            orderby week.StartsOn
            select new { sent, week.StartsOn }).AsNoTracking().ToListAsync(cancellation);
        var states = ImmutableArray.CreateBuilder<ConsultationState>(open.Count);
        foreach (var week in open)
        {
            states.Add(await StateAsync(week.sent, week.StartsOn, cancellation));
        }

        return states.ToImmutable();
    }

    /// <summary>What the draft changes of what was sent, in words.</summary>
    public static ImmutableArray<RotaChange> Changes(ConsultationState consultation, Schedule draft)
    {
        RotaProblem problem = Answers.Sent(draft.Problem.Source, consultation.Sent.ToRota());
        WeeklyRota rota = draft.ToRota();
        return RotaDifference.Of(Schedules.From(PreparedProblem.From(problem, rota), rota));
    }

    private async Task<ConsultationState> StateAsync(Consultation sent, LocalDate monday, CancellationToken cancellation)
    {
        List<ConsultAnswer> answers = await database.ConsultAnswers.AsNoTracking().Where(answer => answer.ConsultationId == sent.Id).OrderByDescending(answer => answer.Id).ToListAsync(cancellation);
        RotaProblem problem = await ReadProblem.HandleAsync(database, sent.ProblemId, cancellation);
        WeeklyRota rota = RotaJson.Read(sent.Content, problem).Rota!;
        return new ConsultationState(
            sent, monday, Schedules.From(PreparedProblem.From(problem, rota), rota), [.. answers.DistinctBy(answer => (answer.FromKind, answer.FromId, answer.Visit))]);
    }
}
