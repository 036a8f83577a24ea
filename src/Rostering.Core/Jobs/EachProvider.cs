using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Jobs;

/// <summary>What a job does for every provider, for one after another.</summary>
internal static class EachProvider
{
    public static async Task DoAsync(RosteringContext database, Func<long, Task> act, CancellationToken cancellation)
    {
        foreach (long provider in await database.Providers.OrderBy(provider => provider.Id).Select(provider => provider.Id).ToListAsync(cancellation))
            await act(provider);
    }
}
