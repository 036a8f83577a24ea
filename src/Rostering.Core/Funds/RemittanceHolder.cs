using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Funds;

/// <summary>Whose bank a remittance reached: a council pays many providers, and the ledger knows only payers.</summary>
public sealed class RemittanceHolder
{
    public required long RemittanceId { get; init; }
    public required long ProviderId { get; init; }

    /// <summary>Records whose remittances are, by the provider's name, and the provider if it is new. What is recorded already stays as it is.</summary>
    public static async Task RecordAsync(RosteringContext database, IEnumerable<long> remittances, string provider, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync($"insert into provider (name) values ({provider}) on conflict do nothing", cancellation);
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into remittance_holder (remittance_id, provider_id)
            select r.id, p.id from unnest({remittances.ToArray()}) as r (id), provider p where p.name = {provider} on conflict do nothing
            """,
            cancellation);
    }
}
