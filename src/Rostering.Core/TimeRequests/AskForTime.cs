using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.TimeRequests;

/// <summary>A worker asks for leave or offers extra hours, and takes a request back that nobody has answered.</summary>
public sealed class AskForTime(RosteringContext database)
{
    private const int LeaveDaysMax = 366;
    private const int ExtraHoursMax = 24;

    public sealed record Request(TimeRequestKind Kind, LocalDateTime StartsAt, LocalDateTime EndsAt, string? Note);

    /// <summary>Why it was not asked, in words for the worker; <c>null</c> where it was.</summary>
    public async Task<string?> HandleAsync(Act act, Request request, CancellationToken cancellation)
    {
        var worker = Self(act);
        var now = LocalClock.Local(act.At);
        if (Fault(request, now) is { } fault)
            return fault;
        if (await database.TimeRequests.AnyAsync(row => row.ProviderId == act.By.ProviderId && row.Worker == worker && row.Kind == request.Kind
            && (row.State == TimeRequestState.Asked || row.State == TimeRequestState.Approved) && row.StartsAt < request.EndsAt && row.EndsAt > request.StartsAt, cancellation))
            return $"You have asked for some of the time from {Words(request.StartsAt)} to {Words(request.EndsAt)} already. Take that request back first, or choose another time.";

        database.TimeRequests.Add(new TimeRequest
        {
            ProviderId = act.By.ProviderId,
            Worker = worker,
            Kind = request.Kind,
            StartsAt = request.StartsAt,
            EndsAt = request.EndsAt,
            Note = request.Note?.Trim() is { Length: > 0 } note ? note : null,
            AskedAt = act.At,
            AskedBy = act.By.UserId,
            State = TimeRequestState.Asked,
        });
        database.AuditEntries.Add(AuditEntry.Of(act, "time-requests.ask", $"worker/{worker}"));
        await database.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Whether there was such a request of the worker's own, still without an answer.</summary>
    public async Task<bool> WithdrawAsync(Act act, long id, CancellationToken cancellation)
    {
        var worker = Self(act);
        var request = await database.TimeRequests.SingleOrDefaultAsync(
            row => row.Id == id && row.ProviderId == act.By.ProviderId && row.Worker == worker && row.State == TimeRequestState.Asked, cancellation);
        if (request is null)
            return false;
        (request.State, request.AnsweredAt, request.AnsweredBy, request.AnsweredName) = (TimeRequestState.Withdrawn, act.At, act.By.UserId, act.By.Name);
        database.AuditEntries.Add(AuditEntry.Of(act, "time-requests.withdraw", FormattableString.Invariant($"time-request/{id}")));
        await database.SaveChangesAsync(cancellation);
        return true;
    }

    private static string Self(Act act) => act.By.WorkerId ?? throw new InvalidOperationException($"{act.By.Name} is no worker.");

    private static string? Fault(Request request, LocalDateTime now)
    {
        var length = Period.Between(request.StartsAt, request.EndsAt, PeriodUnits.Hours).Hours;
        if (request.EndsAt <= request.StartsAt)
            return $"The end, {Words(request.EndsAt)}, is not after the start, {Words(request.StartsAt)}. Choose a later end.";
        if (request.EndsAt <= now)
            return $"The end, {Words(request.EndsAt)}, has passed. Choose a time to come; ask your team leader about one that is over.";
        if (request.Kind == TimeRequestKind.Leave && length > LeaveDaysMax * 24)
            return $"The leave lasts {length / 24} days; at most {LeaveDaysMax} can be asked for at once. Choose an earlier end.";
        if (request.Kind == TimeRequestKind.ExtraHours && length > ExtraHoursMax)
            return $"The hours last {length} h; at most {ExtraHoursMax} h can be offered at once. Offer each day by itself.";
        return request.Note?.Trim().Length > 500 ? $"The note has {request.Note.Trim().Length} characters; it may have 500. Shorten it." : null;
    }

    private static string Words(LocalDateTime time) => time.ToString("ddd d MMMM uuuu, HH:mm", null);
}
