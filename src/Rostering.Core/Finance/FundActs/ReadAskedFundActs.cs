using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Finance.FundActs;

/// <summary>Reads a provider's fund acts that wait for a second person, the oldest first.</summary>
public sealed class ReadAskedFundActs(RosteringContext database)
{
    /// <summary>One that waits, with whose fund it is about and what was filled in.</summary>
    public sealed record Waiting(long Id, int Fund, string Name, FundActSheet Sheet, IReadOnlyDictionary<string, string> Fields, Instant AskedAt, long AskedBy, string AskedName);

    public async Task<ImmutableArray<Waiting>> HandleAsync(long provider, CancellationToken cancellation)
    {
        var found = await (
            from asked in database.AskedFundActs.AsNoTracking()
            join holder in database.FundHolders on asked.FundId equals holder.FundId
            where asked.ProviderId == provider && asked.State == AskedState.Asked
            orderby asked.Id
            select new { asked, holder.Name }).ToListAsync(cancellation);
        return [.. found.Select(row => new Waiting(
            row.asked.Id, row.asked.FundId, row.Name, FundActSheet.Of(row.asked.Kind), JsonSerializer.Deserialize<Dictionary<string, string>>(row.asked.Fields)!,
            row.asked.AskedAt, row.asked.AskedBy, row.asked.AskedName))];
    }
}
