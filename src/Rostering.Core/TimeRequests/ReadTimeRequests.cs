using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;

namespace Rostering.Core.TimeRequests;

/// <summary>Reads requests for time: a worker's own, or those that wait for an answer.</summary>
public sealed class ReadTimeRequests(RosteringContext database)
{
    private const int OwnMax = 50;

    /// <summary>A request that waits, and whose it is.</summary>
    public sealed record Waiting(TimeRequest Request, string Name);

    /// <summary>A worker's own requests of a kind, the newest first.</summary>
    public async Task<IReadOnlyList<TimeRequest>> OwnAsync(long provider, string worker, TimeRequestKind kind, CancellationToken cancellation) =>
        await database.TimeRequests.AsNoTracking().Where(row => row.ProviderId == provider && row.Worker == worker && row.Kind == kind)
            .OrderByDescending(row => row.Id).Take(OwnMax).ToListAsync(cancellation);

    /// <summary>The requests of workers whom the actor sees, the soonest first.</summary>
    public async Task<IReadOnlyList<Waiting>> WaitingAsync(Actor actor, CancellationToken cancellation)
    {
        var requests = await database.TimeRequests.AsNoTracking().Where(row => row.ProviderId == actor.ProviderId && row.State == TimeRequestState.Asked)
            .OrderBy(row => row.StartsAt).ThenBy(row => row.Id).ToListAsync(cancellation);
        if (requests.Count == 0)
            return [];

        var records = await new ReadRecords(database).HandleAsync(actor.ProviderId, cancellation);
        var workers = records!.Workers.Where(worker => worker.Teams.Any(team => actor.Sees(team.Team.Value))).ToDictionary(worker => worker.Id.Value, worker => worker.Name);
        return [.. requests.Where(request => workers.ContainsKey(request.Worker)).Select(request => new Waiting(request, workers[request.Worker]))];
    }
}
