using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Visits;

/// <summary>Says before a visit is called off what that would cost whom, by the notice bands of each fund's own terms.</summary>
public sealed class PreviewCallOff(RosteringContext database)
{
    /// <summary>What calling off now would come to for one person.</summary>
    /// <param name="Declined">What is charged where the person needs no help, and who pays it.</param>
    /// <param name="Ill">The same where the person is ill.</param>
    public sealed record Share(string Name, int NoticeHours, Money Promised, Charge Declined, Charge Ill);

    public sealed record Charge(Money Pence, string Purse);

    /// <summary>One share a person whose fund the ledger keeps.</summary>
    public async Task<ImmutableArray<Share>> HandleAsync(long week, string visit, Act act, CancellationToken cancellation)
    {
        var told = await database.PublishedVisits.AsNoTracking().SingleAsync(told => told.WeekId == week && told.Visit == visit, cancellation);
        var promises = await (
            from reservation in database.Reservations
            join holder in database.FundHolders on reservation.FundId equals holder.FundId
            where reservation.WeekId == week && reservation.Visit == visit && reservation.ResolvedBySeq == null && holder.ProviderId == act.By.ProviderId
            orderby holder.Name
            select new { holder.FundId, holder.Name, reservation.Pence }).ToListAsync(cancellation);
        await database.Database.OpenConnectionAsync(cancellation);
        var positions = await ReadPositions.HandleAsync((NpgsqlConnection)database.Database.GetDbConnection(), [.. promises.Select(promise => promise.FundId)], LocalClock.Date(act.At), cancellation);
        await database.Database.CloseConnectionAsync();
        int notice = Math.Max(0, (int)Period.Between(LocalClock.Local(act.At), told.StartsAt, PeriodUnits.Hours).Hours);
        return
        [
            .. from promise in promises
               where positions.ContainsKey(promise.FundId)
               let terms = positions[promise.FundId].Terms
               let permille = told.Workers.Length == 0 ? 0 : terms.PermilleCharged(notice)
               let charged = new Money(promise.Pence).Split(permille, 1000 - permille)[0]
               select new Share(
                   promise.Name, notice, new Money(promise.Pence), new Charge(charged, "main balance"),
                   new Charge(charged, terms.AbsencePurse == Purse.Contingency ? "contingency" : "main balance")),
        ];
    }
}
