using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Access;

/// <summary>The provider of a name, which is new where nobody has it yet.</summary>
public static class NamedProvider
{
    /// <summary>Gives its id.</summary>
    public static async Task<long> HandleAsync(RosteringContext database, string name, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync($"insert into provider (name) values ({name}) on conflict do nothing", cancellation);
        return await database.Providers.Where(provider => provider.Name == name).Select(provider => provider.Id).SingleAsync(cancellation);
    }
}
