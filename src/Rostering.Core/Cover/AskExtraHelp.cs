using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Core.Rotas;

namespace Rostering.Core.Cover;

/// <summary>
/// A person asks for more help than was planned: a request of its own for the one day, like one they have, and a gap in the published week.
/// What it costs is promised from the main balance when a worker says yes.
/// </summary>
public sealed class AskExtraHelp(RosteringContext database, LedgerConnections ledger)
{
    /// <summary>When, how long, and like what.</summary>
    /// <param name="Like">The request whose people, place, skills and funds it takes.</param>
    public sealed record Request(RequestId Like, LocalDateTime Start, int Minutes);

    /// <summary>What came of it.</summary>
    /// <param name="Visit">The new visit; <c>null</c> where it was refused.</param>
    public sealed record Result(string? Visit, string? Refusal);

    public async Task<Result> HandleAsync(Act act, Request request, CancellationToken cancellation)
    {
        var monday = LocalClock.MondayOf(request.Start.Date);
        var publication = await (
            from p in database.Publications
            join week in database.Weeks on p.WeekId equals week.Id
            where week.ProviderId == act.By.ProviderId && week.StartsOn == monday && p.RetractedAt == null
            orderby p.Number descending
            select p).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (publication is null)
            return new Result(null, $"The week of {monday:uuuu-MM-dd} is not published; put the support into its requests instead.");
        if (await new ReadRecords(database).CurrentAsync(act.By.ProviderId, RecordKind.Request, request.Like.Value, cancellation) is not { Content: { } content })
            return new Result(null, $"There is no request '{request.Like}'; choose one of the person's.");
        var extra = OneDay((SupportRequest)RecordContent.Read(RecordKind.Request, content), request);
        if (!act.By.Sees(extra.Team.Value))
            return new Result(null, "The person is not in one of your teams.");
        return await new SaveRecords(database).HandleAsync(act, [RecordChange.To(extra, seen: 0)], cancellation) switch
        {
            SaveOutcome.Refused refused => new Result(null, string.Join(' ', refused.Errors)),
            SaveOutcome.Conflict => new Result(null, $"Extra help at {request.Start:HH:mm} was asked for before; see the list of gaps."),
            _ => new Result(await LedgerTransaction.DoAsync(ledger, live => TellAsync(live, publication, extra, request, act, cancellation), cancellation), null),
        };
    }

    private static SupportRequest OneDay(SupportRequest like, Request request) => like with
    {
        Id = new RequestId($"{like.Id}-x{request.Start:HHmm}"),
        From = request.Start.Date,
        Until = request.Start.Date,
        Times = [new RequestTime { Days = [request.Start.DayOfWeek], EarliestStart = request.Start.TimeOfDay, LatestStart = request.Start.TimeOfDay, Minutes = request.Minutes }],
        Links = [],
        Outing = null,
    };

    private static async Task<(string, bool Keep)> TellAsync(LedgerTransaction live, Publication publication, SupportRequest extra, Request request, Act act, CancellationToken cancellation)
    {
        await live.Database.HoldWeekAsync(publication.WeekId, cancellation);
        string visit = VisitIds.Of(extra.Id, request.Start.Date).Value;
        live.Database.PublishedVisits.Add(new Rotas.PublishedVisit
        {
            WeekId = publication.WeekId,
            Visit = visit,
            PublicationId = publication.Id,
            StartsAt = request.Start,
            Minutes = request.Minutes,
            Team = extra.Team.Value,
            Place = extra.Place.Value,
            Kind = extra.Kind.ToString(),
            Seats = extra.Workers,
            People = [.. extra.Shares.Select(share => share.Person.Value)],
            Workers = [],
            ChangeAgreed = true,
            State = VisitState.Planned,
        });
        await live.Database.SaveChangesAsync(cancellation);
        live.Database.Gaps.AddRange(Enumerable.Range(0, extra.Workers).Select(_ => new Gap
        {
            ProviderId = act.By.ProviderId,
            WeekId = publication.WeekId,
            Visit = visit,
            Cause = GapCause.ExtraHelp,
            OpenedAt = act.At,
            OpenedBy = act.By.UserId,
        }));
        live.Database.AuditEntries.Add(AuditEntry.Of(act, "cover.extra-help", $"visit/{visit}"));
        return (visit, true);
    }
}
