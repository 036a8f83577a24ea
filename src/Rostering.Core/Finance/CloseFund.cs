using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Ends a fund that holds nothing any more. Asking the same again changes nothing.</summary>
public sealed class CloseFund(LedgerConnections ledger)
{
    public Task<Attempt<int>> HandleAsync(int fund, LocalDate closedOn, CancellationToken cancellation) =>
        ledger.AskAsync<int>(
            fund,
            "select ledger.close_fund($1, $2)",
            [new NpgsqlParameter { Value = fund }, new NpgsqlParameter { Value = closedOn.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date }],
            cancellation);
}
