using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Closes a fund's books up to a day, and gives the number of the last entry that they hold. Asking the same again changes nothing.</summary>
public sealed class ClosePeriod(LedgerConnections ledger)
{
    private const string Statement = "select ledger.close_period($1, $2, $3)";

    public Task<Attempt<int>> HandleAsync(int fund, LocalDate through, string closedBy, CancellationToken cancellation) =>
        ledger.AskAsync<int>(fund, Statement, Parameters(fund, through, closedBy), cancellation);

    /// <summary>Does it within a transaction that also does something else.</summary>
    public static Task<Attempt<int>> HandleAsync(NpgsqlTransaction within, int fund, LocalDate through, string closedBy, CancellationToken cancellation) =>
        LedgerConnections.AskAsync<int>(within, fund, Statement, Parameters(fund, through, closedBy), cancellation);

    private static NpgsqlParameter[] Parameters(int fund, LocalDate through, string closedBy) =>
    [
        new() { Value = fund },
        new() { Value = through.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date },
        new() { Value = closedBy },
    ];
}
