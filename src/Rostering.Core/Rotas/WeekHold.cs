using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Rotas;

/// <summary>
/// Holds a week until the transaction ends: whoever solves, moves, publishes, retracts or changes it while it is lived waits for whoever
/// does so at the same time. Gaps are held before their week, weeks before funds.
/// </summary>
public static class WeekHold
{
    public static Task HoldWeekAsync(this RosteringContext database, long week, CancellationToken cancellation) =>
        database.Database.ExecuteSqlAsync($"select from week where id = {week} for update", cancellation);

    public static Task HoldWeekAsync(this RosteringContext database, long provider, LocalDate monday, CancellationToken cancellation) =>
        database.Database.ExecuteSqlAsync($"select from week where provider_id = {provider} and starts_on = {monday.ToDateOnly()} for update", cancellation);
}
