using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Rotas;

/// <summary>Takes a version of a week's rota as its draft. Moves made in the draft before stay in the record, and no longer count.</summary>
public sealed class ChooseVersion(RosteringContext database)
{
    /// <summary>Chooses; false where the week has no such version.</summary>
    public async Task<bool> HandleAsync(LocalDate monday, int number, Act act, CancellationToken cancellation)
    {
        var version = await (
            from v in database.RotaVersions
            join week in database.Weeks on v.WeekId equals week.Id
            where week.ProviderId == act.By.ProviderId && week.StartsOn == monday && v.Number == number
            select new { v.Id, v.WeekId }).SingleOrDefaultAsync(cancellation);
        if (version is null)
        {
            return false;
        }

        database.Drafts.Add(new Draft { WeekId = version.WeekId, RotaVersionId = version.Id, BegunAt = act.At, BegunBy = act.By.UserId });
        database.AuditEntries.Add(AuditEntry.Of(act, "rota.choose", $"week/{monday:uuuu-MM-dd}", $"{{\"version\":{number}}}"));
        await database.SaveChangesAsync(cancellation);
        return true;
    }
}
