using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Rotas;

/// <summary>Asks a run to stop and keep the best that it has. Whichever machine runs it hears of it within a second.</summary>
public sealed class StopSolve(RosteringContext database)
{
    /// <summary>Asks; false where the provider has no such run under way.</summary>
    public async Task<bool> HandleAsync(long run, Act act, CancellationToken cancellation)
    {
        SolveRun? running = await (
            from r in database.SolveRuns
            join problem in database.Problems on r.ProblemId equals problem.Id
            join week in database.Weeks on problem.WeekId equals week.Id
            where r.Id == run && week.ProviderId == act.By.ProviderId && (r.State == SolveState.Requested || r.State == SolveState.Running)
            select r).SingleOrDefaultAsync(cancellation);
        if (running is null)
        {
            return false;
        }

        if (running.StopRequestedAt is null)
        {
            running.StopRequestedAt = act.At;
            database.AuditEntries.Add(AuditEntry.Of(act, "rota.stop-solve", $"solve/{run}"));
            await database.SaveChangesAsync(cancellation);
        }

        return true;
    }
}
