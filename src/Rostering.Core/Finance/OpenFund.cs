using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Opens a fund: a person's, or with an id below nought an organisation's own books. Asking again changes nothing.</summary>
public sealed class OpenFund(LedgerConnections ledger)
{
    private const string Statement = "select ledger.open_fund($1, $2::ledger.holder, $3)";

    public Task<Attempt<int>> HandleAsync(int fund, LocalDate openedOn, CancellationToken cancellation) => ledger.AskAsync<int>(fund, Statement, Parameters(fund, openedOn), cancellation);

    /// <summary>Does it within a transaction that also does something else.</summary>
    public static Task<Attempt<int>> HandleAsync(NpgsqlTransaction within, int fund, LocalDate openedOn, CancellationToken cancellation) =>
        LedgerConnections.AskAsync<int>(within, fund, Statement, Parameters(fund, openedOn), cancellation);

    private static NpgsqlParameter[] Parameters(int fund, LocalDate openedOn) =>
    [
        new() { Value = fund },
        new() { Value = fund < 0 ? "organisation" : "person" },
        new() { Value = openedOn.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date },
    ];
}
