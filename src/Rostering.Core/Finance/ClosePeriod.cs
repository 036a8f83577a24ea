using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Closes a fund's books up to a day, and gives the number of the last entry that they hold. Asking the same again changes nothing.</summary>
public sealed class ClosePeriod(LedgerConnections ledger)
{
    public Task<Attempt<int>> HandleAsync(int fund, LocalDate through, string closedBy, CancellationToken cancellation) =>
        ledger.AskAsync<int>(
            fund,
            "select ledger.close_period($1, $2, $3)",
            [
                new NpgsqlParameter { Value = fund },
                new NpgsqlParameter { Value = through.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date },
                new NpgsqlParameter { Value = closedBy },
            ],
            cancellation);
}
