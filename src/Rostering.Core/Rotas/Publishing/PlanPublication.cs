using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Rotas.Publishing;

/// <summary>Reads what a publication depends on, and plans it.</summary>
internal static class PlanPublication
{
    /// <summary>The plan of publishing a week's draft now; <c>null</c> where the week has no rota.</summary>
    public static async Task<PublicationPlan?> HandleAsync(RosteringContext database, LocalDate monday, Act act, CancellationToken cancellation)
    {
        if (await new ReadDraft(database).HandleAsync(act.By.ProviderId, monday, act.At, cancellation) is not { } draft)
        {
            return null;
        }

        LocalDate on = Overlay.Today(draft.Problem.Source, act.At);
        (ImmutableDictionary<string, int> funds, ImmutableDictionary<int, FundPosition> positions) = await FundsAsync(database, act.By.ProviderId, on, cancellation);
        List<Reservation> promised = await PromisedAsync(database, draft.Week.Id, cancellation);
        return PublicationPlan.Of(draft, (on, act.By.OpaqueId), funds, positions, promised.ToLookup(reservation => reservation.Visit, StringComparer.Ordinal));
    }

    /// <summary>All that was ever promised to visits of a week.</summary>
    public static Task<List<Reservation>> PromisedAsync(RosteringContext database, long week, CancellationToken cancellation) =>
        database.Reservations.Where(reservation => reservation.WeekId == week).OrderBy(reservation => reservation.FundId).ThenBy(reservation => reservation.Seq)
            .ToListAsync(cancellation);

    /// <summary>A provider's funds that the ledger keeps, by person, and where they stand.</summary>
    public static async Task<(ImmutableDictionary<string, int> Funds, ImmutableDictionary<int, FundPosition> Positions)> FundsAsync(
        RosteringContext database, long provider, LocalDate on, CancellationToken cancellation)
    {
        Dictionary<string, int> holders = await database.FundHolders.Where(holder => holder.ProviderId == provider)
            .ToDictionaryAsync(holder => holder.Person, holder => holder.FundId, StringComparer.Ordinal, cancellation);
        await database.Database.OpenConnectionAsync(cancellation);
        try
        {
            var positions = await ReadPositions.HandleAsync((NpgsqlConnection)database.Database.GetDbConnection(), holders.Values, on, cancellation);
            return (holders.Where(holder => positions.ContainsKey(holder.Value)).ToImmutableDictionary(StringComparer.Ordinal), positions);
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }
}
