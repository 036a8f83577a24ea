using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Ledger.Terms;
using Rostering.Solver.Problem;

namespace Rostering.Core.Cover;

/// <summary>What the funds may give to a week that is under way: what they promised it, and what they have besides.</summary>
internal sealed class WeekFunds(RosteringContext database)
{
    /// <summary>The funds with their limits of this moment. A fund that the ledger does not keep stays as it was planned with.</summary>
    public async Task<ImmutableArray<Fund>> HandleAsync(ImmutableArray<Fund> funds, Week week, LocalDate today, bool forIllness, CancellationToken cancellation)
    {
        var holders = await database.FundHolders.Where(holder => holder.ProviderId == week.ProviderId).ToDictionaryAsync(holder => holder.Person, holder => holder.FundId, cancellation);
        var reservations = await database.Reservations.AsNoTracking().Where(reservation => reservation.WeekId == week.Id).ToListAsync(cancellation);

        // What a visit was promised last counts, delivered or not: the week's visits are all in the week's cost.
        var promised = reservations.GroupBy(reservation => (reservation.FundId, reservation.Visit)).Select(visit => visit.MaxBy(reservation => reservation.Seq)!)
            .GroupBy(reservation => reservation.FundId).ToDictionary(fund => fund.Key, fund => fund.Sum(reservation => reservation.Pence));
        await database.Database.OpenConnectionAsync(cancellation);
        try
        {
            var positions = await ReadPositions.HandleAsync((NpgsqlConnection)database.Database.GetDbConnection(), [.. holders.Values], today, cancellation);
            return [.. funds.Select(fund => holders.TryGetValue(fund.Person.Value, out var id) && positions.TryGetValue(id, out var position) ? Limited(fund, id, position) : fund)];
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }

        Fund Limited(Fund fund, int id, Ledger.Positions.FundPosition position)
        {
            var besides = Money.Max(Money.Zero, position.Available)
                + (forIllness && position.Terms.DrawReasons.Contains(DrawReasons.WorkerIll) ? position.Pence(Account.Contingency) : Money.Zero);
            return fund with { AvailablePence = promised.GetValueOrDefault(id) + besides.Pence, ApprovedDeficitPence = 0 };
        }
    }
}
