using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Cover;

/// <summary>Holds a gap until the transaction ends.</summary>
internal static class GapHold
{
    /// <summary>Reads the gap as it is once it is held; <c>null</c> where the provider has no such gap.</summary>
    public static async Task<Gap?> HoldGapAsync(this RosteringContext database, long provider, long gap, CancellationToken cancellation) =>
        (await database.Gaps.FromSql($"select * from gap where id = {gap} and provider_id = {provider} for update").ToListAsync(cancellation)).SingleOrDefault();
}
