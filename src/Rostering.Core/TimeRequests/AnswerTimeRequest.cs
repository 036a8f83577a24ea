using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Messages;
using Rostering.Core.Records;
using Rostering.Solver.Problem;

namespace Rostering.Core.TimeRequests;

/// <summary>
/// Answers a worker's request. Approved leave becomes an absence of the worker's record, approved extra hours become hours of it, and
/// the worker is told, all in one transaction.
/// </summary>
public sealed class AnswerTimeRequest(RosteringContext database)
{
    public sealed record Request(long Id, bool Approve, string? Answer);

    /// <summary>Why it was not answered, in words; <c>null</c> where it was.</summary>
    public async Task<string?> HandleAsync(Act act, Request answer, CancellationToken cancellation)
    {
        var request = await database.TimeRequests.SingleOrDefaultAsync(row => row.Id == answer.Id && row.ProviderId == act.By.ProviderId, cancellation);
        var records = new ReadRecords(database);
        var version = request is null ? null : await records.CurrentAsync(act.By.ProviderId, RecordKind.Worker, request.Worker, cancellation);
        if (request is null || version?.Content is null || RecordContent.Read(RecordKind.Worker, version.Content) is not WorkerRecord worker || !worker.Teams.Any(team => act.By.Sees(team.Team.Value)))
            return "There is no such request of a worker of your teams.";
        if (request.State != TimeRequestState.Asked)
            return $"{worker.Name}’s request was {request.State.ToString().ToLowerInvariant()} meanwhile by {request.AnsweredName}.";
        if (!answer.Approve && string.IsNullOrWhiteSpace(answer.Answer))
            return "A refusal needs a reason that the worker can read. Write one.";

        Set(act, request, answer);
        Tell(act, request);
        if (!answer.Approve)
        {
            await database.SaveChangesAsync(cancellation);
            return null;
        }

        // Whatever waits in the context is saved in the transaction of the records.
        var outcome = await new SaveRecords(database).HandleAsync(act, [RecordChange.To(With(worker, request), version.Version)], cancellation);
        if (outcome is SaveOutcome.Saved)
            return null;
        database.ChangeTracker.Clear();
        return outcome is SaveOutcome.Refused refused
            ? $"The worker’s record cannot take it: {string.Join(" ", refused.Errors.Select(error => error.ToString()))}"
            : $"{worker.Name}’s record was changed by somebody else just now. Answer again.";
    }

    private void Set(Act act, TimeRequest request, Request answer)
    {
        request.State = answer.Approve ? TimeRequestState.Approved : TimeRequestState.Refused;
        (request.AnsweredAt, request.AnsweredBy, request.AnsweredName) = (act.At, act.By.UserId, act.By.Name);
        request.Answer = answer.Answer?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, 500)] : null;
        database.AuditEntries.Add(AuditEntry.Of(act, answer.Approve ? "time-requests.approve" : "time-requests.refuse", FormattableString.Invariant($"time-request/{request.Id}")));
    }

    private void Tell(Act act, TimeRequest request)
    {
        var what = request.Kind == TimeRequestKind.Leave ? "leave" : "offer of extra hours";
        var outcome = request.State == TimeRequestState.Approved ? "approved" : "refused";
        var body = $"Your {what} from {request.StartsAt:ddd d MMMM uuuu, HH:mm} to {request.EndsAt:ddd d MMMM uuuu, HH:mm} was {outcome} by {act.By.Name}.";
        QueueMessage.Add(database, request.ProviderId, new QueueMessage.Letter(
            Reader.Worker(request.Worker), $"Your {what} was {outcome}", request.Answer is null ? body : $"{body}\n\n{request.Answer}",
            request.Kind == TimeRequestKind.Leave ? "/my/leave" : "/my/availability"), act.At);
    }

    private static WorkerRecord With(WorkerRecord worker, TimeRequest request)
    {
        LocalInterval time = new(request.StartsAt, request.EndsAt);
        return request.Kind == TimeRequestKind.Leave
            ? worker with { Absences = [.. worker.Absences.Add(new Absence { Kind = AbsenceKind.Leave, Time = time }).OrderBy(absence => absence.Time.Start)] }
            : worker with { ExtraHours = [.. worker.ExtraHours.Add(time).OrderBy(hours => hours.Start)] };
    }
}
