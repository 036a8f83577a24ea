using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Rotas.Publishing;
using Rostering.Ledger;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>
/// Promises visits of a published week anew, because other workers make them now: what was promised is released and what they cost now
/// is committed, in the transaction of the change itself.
/// </summary>
public static class PromiseAgain
{
    /// <summary>Which visits, and with whom they are made now.</summary>
    /// <param name="Week">The week of the visits.</param>
    /// <param name="Monday">Its first day.</param>
    /// <param name="Schedule">The week with the workers who make the visits now.</param>
    /// <param name="Most">What is promised to a visit at most; what it costs beyond is paid otherwise.</param>
    public sealed record Request(long Week, LocalDate Monday, Schedule Schedule, ImmutableArray<PreparedVisit> Visits, Money? Most = null);

    /// <summary>Posts what is due; a refusal where a fund cannot carry it, after which the transaction is as it was before.</summary>
    public static async Task<Refusal?> HandleAsync(RosteringContext database, NpgsqlTransaction within, Request request, Act act, CancellationToken cancellation)
    {
        string[] ids = [.. request.Visits.Select(visit => visit.Source.Id.Value)];
        List<Reservation> promised = await database.Reservations.Where(reservation => reservation.WeekId == request.Week && ids.Contains(reservation.Visit)).ToListAsync(cancellation);
        (ImmutableDictionary<string, int> funds, var positions) = await PlanPublication.FundsAsync(database, act.By.ProviderId, Overlay.Today(request.Schedule.Problem.Source, act.At), cancellation);
        Promises promises = new(request.Monday, Overlay.Today(request.Schedule.Problem.Source, act.At), act.By.OpaqueId, funds, positions);
        foreach (Reservation reservation in promised.Where(reservation => reservation.IsOpen))
        {
            PreparedVisit told = request.Visits.Single(visit => visit.Source.Id.Value == reservation.Visit);
            promises.Release(reservation, told.Source.EarliestStart.Date, "other workers");
        }

        ImmutableArray<Money> costs = VisitCosts.Of(request.Schedule);
        foreach (PreparedVisit visit in request.Visits.Where(visit => request.Schedule.Covered(visit.Index)))
        {
            Money cost = request.Most is { } most ? Money.Min(costs[visit.Index], most) : costs[visit.Index];
            promises.Commit(request.Schedule, visit, cost, promised.Where(reservation => reservation.Visit == visit.Source.Id.Value));
        }

        return await PostAsync(database, within, request.Week, promises, cancellation);
    }

    private static async Task<Refusal?> PostAsync(RosteringContext database, NpgsqlTransaction within, long week, Promises promises, CancellationToken cancellation)
    {
        if (promises.Refusals is [var refusal, ..])
        {
            return refusal;
        }

        await within.SaveAsync(nameof(PromiseAgain), cancellation);
        var posted = await PostEntries.HandleAsync(within, [.. promises.All.Select(promise => promise.Entry)], cancellation);
        if (posted is not Attempt<IReadOnlyList<PostEntries.Posted>>.Made { Value: var entries })
        {
            await within.RollbackAsync(nameof(PromiseAgain), cancellation);
            return ((Attempt<IReadOnlyList<PostEntries.Posted>>.Refused)posted).Refusal;
        }

        Reservations.Record(database, week, promises.All, entries);
        return null;
    }
}
