using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Opens a fund: a person's, or with an id below nought an organisation's own books. Asking again changes nothing.</summary>
public sealed class OpenFund(LedgerConnections ledger)
{
    public Task<Attempt<int>> HandleAsync(int fund, LocalDate openedOn, CancellationToken cancellation) =>
        ledger.AskAsync<int>(
            fund,
            "select ledger.open_fund($1, $2::ledger.holder, $3)",
            [
                new NpgsqlParameter { Value = fund },
                new NpgsqlParameter { Value = fund < 0 ? "organisation" : "person" },
                new NpgsqlParameter { Value = openedOn.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date },
            ],
            cancellation);
}
