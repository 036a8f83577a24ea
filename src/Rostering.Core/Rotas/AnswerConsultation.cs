using System.Text.Json;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Core.Rotas;

/// <summary>Takes what a worker, or a person, says of a visit in a draft that was sent to them: yes, no with a reason, or a wish.</summary>
public sealed class AnswerConsultation(RosteringContext database)
{
    /// <summary>Who says what of which visit.</summary>
    /// <param name="Worker">The worker whom a person wishes for or says no to.</param>
    /// <param name="WishedStart">The start that is wished for.</param>
    public sealed record Request(LocalDate Monday, AnswerFrom From, string FromId, string Visit, AnswerKind Answer, string? Reason, string? Worker, LocalDateTime? WishedStart);

    /// <summary>Takes the answer; gives what is wrong with it, if anything is.</summary>
    public async Task<string?> HandleAsync(Request request, Act act, CancellationToken cancellation)
    {
        if (await new ReadConsultation(database).HandleAsync(act.By.ProviderId, request.Monday, cancellation) is not { } state)
        {
            return $"Nothing was sent about the week of {request.Monday:d MMMM uuuu}. Send the draft first.";
        }

        if (Fault(state, request, act) is { } fault)
        {
            return fault;
        }

        database.ConsultAnswers.Add(new ConsultAnswer
        {
            ConsultationId = state.Consultation.Id,
            FromKind = request.From,
            FromId = request.FromId,
            Visit = request.Visit,
            Answer = request.Answer,
            Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(),
            Worker = request.Worker,
            WishedStart = request.WishedStart,
            AnsweredAt = act.At,
            AnsweredBy = act.By.UserId,
        });
        database.AuditEntries.Add(AuditEntry.Of(act, "rota.answer", $"visit/{request.Visit}", JsonSerializer.Serialize(new { from = $"{request.From}/{request.FromId}", answer = $"{request.Answer}" })));
        await database.SaveChangesAsync(cancellation);
        return null;
    }

    private static string? Fault(ConsultationState state, Request request, Act act)
    {
        if (act.At > state.Consultation.AnswerBy)
        {
            return $"Answers were wanted by {state.Consultation.AnswerBy:uuuu-MM-dd HH:mm}. Ask your team leader.";
        }

        var asked = request.From == AnswerFrom.Worker ? state.OfWorker(request.FromId) : state.OfPerson(request.FromId);
        if (asked.FirstOrDefault(visit => visit.Source.Id.Value == request.Visit) is not { } visit)
        {
            return $"Visit '{request.Visit}' is not one that {request.FromId} was asked about. Choose one of the visits that were sent.";
        }

        return request.Answer switch
        {
            AnswerKind.No when string.IsNullOrWhiteSpace(request.Reason) => "The reason is empty. Say in a few words why not: only the planners read it.",
            AnswerKind.Wish when request.Worker is null && request.WishedStart is null => "The wish is empty. Name a worker or another start.",
            AnswerKind.Wish or AnswerKind.No => Unknown(state.Problem, visit, request),
            _ => null,
        };
    }

    private static string? Unknown(PreparedProblem problem, PreparedVisit visit, Request request)
    {
        if (request.Worker is { } worker && !problem.Index.Workers.ContainsKey(new WorkerId(worker)))
        {
            return $"There is no worker '{worker}'. Choose one of those listed.";
        }

        return request.WishedStart is { } start && visit.StartIndex(problem.Clock.Minute(start)) < 0
            ? $"{start:ddd HH:mm} lies outside the times that were asked for. Choose one from {visit.Source.EarliestStart:HH:mm} to {visit.Source.LatestStart:HH:mm}, or ask for the request to be changed."
            : null;
    }
}
