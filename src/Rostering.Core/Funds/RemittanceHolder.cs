using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Funds;

/// <summary>Whose bank a remittance reached: a council pays many providers, and the ledger knows only payers.</summary>
public sealed class RemittanceHolder
{
    public required long RemittanceId { get; init; }
    public required long ProviderId { get; init; }

    /// <summary>Records whose remittances are. What is recorded already stays as it is.</summary>
    public static Task RecordAsync(RosteringContext database, IEnumerable<long> remittances, long provider, CancellationToken cancellation) =>
        database.Database.ExecuteSqlAsync(
            $"insert into remittance_holder (remittance_id, provider_id) select r.id, {provider} from unnest({remittances.ToArray()}) as r (id) on conflict do nothing",
            cancellation);
}
