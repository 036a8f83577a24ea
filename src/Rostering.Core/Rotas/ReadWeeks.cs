using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Rotas;

/// <summary>A week of a provider as a list shows it.</summary>
/// <param name="Covered">Visits covered by its newest rota, of <paramref name="Visits"/>; nothing while it has no rota.</param>
/// <param name="Published">The number of its newest publication, if it has one that stands.</param>
public sealed record WeekLine(LocalDate Monday, int? Covered, int? Visits, int? Published);

/// <summary>Reads a provider's weeks.</summary>
public sealed class ReadWeeks(RosteringContext database)
{
    /// <summary>Weeks, newest first.</summary>
    public async Task<IReadOnlyList<WeekLine>> HandleAsync(long provider, CancellationToken cancellation)
    {
        var weeks = await (
            from week in database.Weeks
            where week.ProviderId == provider
            orderby week.StartsOn descending
            select new
            {
                week.StartsOn,
                Rota = database.RotaVersions.Where(v => v.WeekId == week.Id).OrderByDescending(v => v.Number).Select(v => new { v.Covered, v.Visits }).FirstOrDefault(),
                Publication = database.Publications.Where(p => p.WeekId == week.Id).OrderByDescending(p => p.Number).Select(p => new { p.Number, p.RetractedAt }).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(cancellation);
        return [.. weeks.Select(week => new WeekLine(week.StartsOn, week.Rota?.Covered, week.Rota?.Visits, week.Publication is { RetractedAt: null } held ? held.Number : null))];
    }
}
