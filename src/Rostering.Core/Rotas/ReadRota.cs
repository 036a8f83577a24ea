using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>Reads the latest rota of a week, laid out and checked.</summary>
public sealed class ReadRota(RosteringContext database)
{
    /// <summary>A rota with everything a page shows of it.</summary>
    public sealed record Result(string Provider, RotaVersion Version, Schedule Schedule, RotaCheck Check);

    /// <summary>The newest version of the week that starts on a day, of the provider if one is named; <c>null</c> where there is none.</summary>
    public async Task<Result?> HandleAsync(LocalDate week, string? provider, CancellationToken cancellation)
    {
        var found = await (
            from version in database.RotaVersions
            join w in database.Weeks on version.WeekId equals w.Id
            join p in database.Providers on w.ProviderId equals p.Id
            join problem in database.Problems on version.ProblemId equals problem.Id
            where w.StartsOn == week && (provider == null || p.Name == provider)
            orderby version.RecordedAt descending, version.Id descending
            select new { version, p.Name, problem.Content }).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        RotaProblem stored = ProblemJson.Read(found.Content).Problem!;
        WeeklyRota rota = RotaJson.Read(found.version.Content, stored).Rota!;
        Schedule schedule = Schedules.From(PreparedProblem.From(stored, rota), rota);
        return new Result(found.Name, found.version, schedule, RotaChecker.Check(schedule));
    }

    /// <summary>A provider's weeks that have a rota, newest first, with its name.</summary>
    public async Task<IReadOnlyList<(LocalDate Week, string Provider)>> WeeksAsync(long provider, CancellationToken cancellation)
    {
        var weeks = await (
            from w in database.Weeks
            join p in database.Providers on w.ProviderId equals p.Id
            where w.ProviderId == provider && database.RotaVersions.Any(v => v.WeekId == w.Id)
            orderby w.StartsOn descending
            select new { w.StartsOn, p.Name }).ToListAsync(cancellation);
        return [.. weeks.Select(w => (w.StartsOn, w.Name))];
    }
}
