using System.Text.Json;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Rotas.Publishing;
using Rostering.Solver.Json;

namespace Rostering.Core.Rotas;

/// <summary>Sends a week's draft to the workers and people whom it concerns, so that they can answer. What was sent stays as it was sent.</summary>
public sealed class SendConsultation(RosteringContext database)
{
    /// <summary>Which week, and until when it can be answered.</summary>
    /// <param name="AnswerBy">When answers stop being waited for.</param>
    public sealed record Request(LocalDate Monday, Instant AnswerBy);

    /// <summary>Sends, or says why not.</summary>
    public async Task<(Consultation? Sent, string? Refusal)> HandleAsync(Request request, Act act, CancellationToken cancellation)
    {
        if (request.AnswerBy <= act.At)
        {
            return (null, $"Answers are wanted by {request.AnswerBy:uuuu-MM-dd HH:mm}, which has passed. Choose a later time.");
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (await new ReadDraft(database).HandleAsync(act.By.ProviderId, request.Monday, act.At, cancellation) is not { } draft)
        {
            return (null, $"The week of {request.Monday:d MMMM uuuu} has no rota yet. Look for one first.");
        }

        Consultation consultation = new()
        {
            WeekId = draft.Week.Id,
            DraftId = (draft.Draft ?? await BeginAsync(draft, act, cancellation)).Id,
            Moves = draft.Moves.Length,
            ProblemId = draft.Version.ProblemId,
            Content = RotaJson.Write(draft.Schedule.ToRota()),
            SentAt = act.At,
            SentBy = act.By.UserId,
            AnswerBy = request.AnswerBy,
        };
        database.Consultations.Add(consultation);
        TellPeople.OfConsultation(database, request.Monday, draft.Schedule, request.AnswerBy, act);
        database.AuditEntries.Add(AuditEntry.Of(act, "rota.consult", $"week/{request.Monday:uuuu-MM-dd}", JsonSerializer.Serialize(new { answerBy = $"{request.AnswerBy}", version = draft.Version.Number, moves = draft.Moves.Length })));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (consultation, null);
    }

    private async Task<Draft> BeginAsync(DraftState draft, Act act, CancellationToken cancellation)
    {
        Draft begun = new() { WeekId = draft.Week.Id, RotaVersionId = draft.Version.Id, BegunAt = act.At, BegunBy = act.By.UserId };
        database.Drafts.Add(begun);
        await database.SaveChangesAsync(cancellation);
        return begun;
    }
}
