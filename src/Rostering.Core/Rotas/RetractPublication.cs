using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Rotas.Publishing;
using Rostering.Ledger;

namespace Rostering.Core.Rotas;

/// <summary>
/// Takes a published week back: visits that have not begun are withdrawn and what was promised to them returns to the funds. What people
/// were told stays known, so that the freeze window holds when the week is published again.
/// </summary>
public sealed class RetractPublication(LedgerConnections ledger)
{
    /// <summary>Which publication to take back.</summary>
    /// <param name="Number">The publication that is taken back; asking again for one that is retracted changes nothing.</param>
    public sealed record Request(LocalDate Monday, int Number);

    /// <summary>Retracts, or gives <c>null</c> where that publication is not the week's newest.</summary>
    public Task<Attempt<Publication>?> HandleAsync(Request request, Act act, CancellationToken cancellation) =>
        LedgerTransaction.DoAsync(
            ledger,
            async transaction =>
            {
                Attempt<Publication>? answer = await WithinAsync(transaction, request, act, cancellation);
                return (answer, answer is Attempt<Publication>.Made);
            },
            cancellation);

    private static async Task<Attempt<Publication>?> WithinAsync(LedgerTransaction transaction, Request request, Act act, CancellationToken cancellation)
    {
        RosteringContext database = transaction.Database;
        await database.HoldWeekAsync(act.By.ProviderId, request.Monday, cancellation);
        Publication? publication = await database.Publications
            .Where(p => database.Weeks.Any(week => week.Id == p.WeekId && week.ProviderId == act.By.ProviderId && week.StartsOn == request.Monday))
            .OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellation);
        if (publication is null || publication.Number != request.Number)
        {
            return null;
        }

        if (publication.RetractedAt is not null)
        {
            return publication;
        }

        if (await ReleaseAsync(database, transaction.Ledger, request, publication, act, cancellation) is { } refusal)
        {
            return refusal;
        }

        (publication.RetractedAt, publication.RetractedBy, publication.RetractReason) = (act.At, act.By.UserId, act.Why);
        database.AuditEntries.Add(AuditEntry.Of(act, "rota.retract", $"week/{request.Monday:uuuu-MM-dd}"));
        return publication;
    }

    private static async Task<Refusal?> ReleaseAsync(
        RosteringContext database, NpgsqlTransaction transaction, Request request, Publication publication, Act act, CancellationToken cancellation)
    {
        List<PublishedVisit> planned = await database.PublishedVisits.Where(visit => visit.WeekId == publication.WeekId && visit.State == VisitState.Planned).ToListAsync(cancellation);
        Dictionary<string, LocalDate> withdrawn = planned.ToDictionary(visit => visit.Visit, visit => visit.StartsAt.Date, StringComparer.Ordinal);
        List<Reservation> open = [.. (await PlanPublication.PromisedAsync(database, publication.WeekId, cancellation)).Where(reservation => reservation.IsOpen && withdrawn.ContainsKey(reservation.Visit))];
        LocalDate on = LocalClock.Date(act.At);
        var (funds, positions) = await PlanPublication.FundsAsync(database, act.By.ProviderId, on, cancellation);
        Promises promises = new(request.Monday, on, act.By.OpaqueId, funds, positions);
        open.ForEach(reservation => promises.Release(reservation, withdrawn[reservation.Visit], "retracted"));
        if (promises.Refusals is [var refusal, ..])
        {
            return refusal;
        }

        var posted = await PostEntries.HandleAsync(transaction, [.. promises.All.Select(promise => promise.Entry)], cancellation);
        if (posted is not Attempt<IReadOnlyList<PostEntries.Posted>>.Made { Value: var entries })
        {
            return ((Attempt<IReadOnlyList<PostEntries.Posted>>.Refused)posted).Refusal;
        }

        Reservations.Record(database, publication.WeekId, promises.All, entries);
        TellPeople.OfRetraction(database, request.Monday, planned, act);
        planned.ForEach(visit => visit.State = VisitState.Withdrawn);
        return null;
    }
}
