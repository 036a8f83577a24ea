using Npgsql;
using Rostering.Ledger;

namespace Rostering.Core.Finance.Agreements;

/// <summary>Reads what a provider holds in reserve of its own, from which gifts to funds come.</summary>
public sealed class ReadReserve(LedgerConnections ledger)
{
    private const string Sql =
        "select -balance from ledger.account_balance where account = 'reserve' and fund_id = (select min(organisation) from fund_holder where provider_id = $1)";

    /// <summary>The reserve; <c>null</c> where the provider has no books yet.</summary>
    public async Task<Money?> HandleAsync(long provider, CancellationToken cancellation)
    {
        await using var command = ledger.Source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter { Value = provider });
        return await command.ExecuteScalarAsync(cancellation) is long pence ? new Money(pence) : null;
    }
}
