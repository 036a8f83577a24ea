using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Rotas;

namespace Rostering.Core.Visits;

/// <summary>A worker says that they came to a visit of theirs, or that they have left it. Being late, or leaving early, wants a reason.</summary>
public sealed class RecordAttendance(RosteringContext database)
{
    /// <summary>What is said of which visit.</summary>
    /// <param name="SaidAt">When it was said, if a telephone without a network kept it until now; <c>null</c> for now.</param>
    public sealed record Request(LocalDate Monday, string Visit, AttendanceKind Kind, string? Reason, Instant? SaidAt = null);

    private static readonly Duration KeptMax = Duration.FromHours(24);

    // A telephone's clock may be a little ahead of ours.
    private static readonly Duration AheadMax = Duration.FromMinutes(5);

    /// <summary>What came of it.</summary>
    public abstract record Result
    {
        private Result()
        {
        }

        public sealed record Recorded : Result;

        /// <summary>It is late, or early, and nobody has said why.</summary>
        public sealed record ReasonWanted(string Sentence) : Result;

        public sealed record Refused(string Sentence) : Result;
    }

    public async Task<Result> HandleAsync(Act act, Request request, CancellationToken cancellation)
    {
        var worker = act.By.WorkerId ?? throw new InvalidOperationException($"{act.By.Name} is no worker.");
        var visit = await (
            from row in database.PublishedVisits
            join week in database.Weeks on row.WeekId equals week.Id
            where week.ProviderId == act.By.ProviderId && week.StartsOn == request.Monday && row.Visit == request.Visit && row.Workers.Contains(worker)
            select row).SingleOrDefaultAsync(cancellation);
        if (visit is null)
            return new Result.Refused($"Visit '{request.Visit}' is not among yours any more. Look at your week again.");

        var before = await database.Attendances.AsNoTracking()
            .Where(row => row.WeekId == visit.WeekId && row.Visit == visit.Visit && row.Worker == worker).ToListAsync(cancellation);
        if (before.Exists(row => row.Kind == request.Kind))
            return new Result.Recorded(); // Said twice, as a telephone does that lost our answer.
        var at = Instant.Min(request.SaidAt ?? act.At, act.At);
        if (request.SaidAt > act.At + AheadMax || act.At - at > KeptMax)
            return new Result.Refused($"It was said at {LocalClock.Day(LocalClock.Local(request.SaidAt!.Value))}, which is not within the last day. Ask your team leader to put it right.");
        if (await JudgeAsync(at, act, request, visit, came: before.Count > 0, cancellation) is { } fault)
            return fault;

        database.Attendances.Add(new Attendance
        {
            WeekId = visit.WeekId,
            Visit = visit.Visit,
            Worker = worker,
            Kind = request.Kind,
            At = at,
            RecordedAt = act.At,
            RecordedBy = act.By.UserId,
            Reason = Given(request.Reason),
        });
        visit.State = visit.State == VisitState.Planned ? VisitState.UnderWay : visit.State;
        database.AuditEntries.Add(AuditEntry.Of(act, request.Kind == AttendanceKind.Came ? "visits.check-in" : "visits.check-out", $"visit/{visit.Visit}",
            at == act.At ? null : $$"""{"saidAt": "{{at}}"}"""));
        await database.SaveChangesAsync(cancellation);
        return new Result.Recorded();
    }

    private async Task<Result?> JudgeAsync(Instant at, Act act, Request request, Rotas.PublishedVisit visit, bool came, CancellationToken cancellation)
    {
        if (visit.State is not (VisitState.Planned or VisitState.UnderWay))
            return new Result.Refused("This visit is confirmed or called off already. Ask your team leader to put it right.");
        if (request.Kind == AttendanceKind.Left && !came)
            return new Result.Refused("You have not checked in to this visit. Check in first.");

        var terms = await CoverTerms.InForceAsync(database, act.By.ProviderId, visit.StartsAt.Date, cancellation);
        var late = Minutes(at - LocalClock.Instant(visit.StartsAt));
        var early = visit.Minutes - late;
        return request.Kind switch
        {
            AttendanceKind.Came when -late > terms.EarlyBeforeMinutes => new Result.Refused(
                $"It is {-late} minutes before the visit. You can check in from {visit.StartsAt.PlusMinutes(-terms.EarlyBeforeMinutes):HH:mm} on."),
            AttendanceKind.Came when late > terms.LateAfterMinutes && Given(request.Reason) is null => new Result.ReasonWanted(
                $"You are {late} minutes late. Say why, then check in."),
            AttendanceKind.Left when early > terms.LateAfterMinutes && Given(request.Reason) is null => new Result.ReasonWanted(
                $"The visit has {early} minutes to go. Say why it ends early, then check out."),
            _ => null,
        };
    }

    private static int Minutes(Duration duration) => (int)Math.Floor(duration.TotalMinutes);

    private static string? Given(string? reason) => reason?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, 500)] : null;
}
