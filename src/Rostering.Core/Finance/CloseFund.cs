using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Ends a fund that holds nothing any more. Asking the same again changes nothing.</summary>
public sealed class CloseFund(LedgerConnections ledger)
{
    private const string Statement = "select ledger.close_fund($1, $2)";

    public Task<Attempt<int>> HandleAsync(int fund, LocalDate closedOn, CancellationToken cancellation) => ledger.AskAsync<int>(fund, Statement, Parameters(fund, closedOn), cancellation);

    /// <summary>Does it within a transaction that also does something else.</summary>
    public static Task<Attempt<int>> HandleAsync(NpgsqlTransaction within, int fund, LocalDate closedOn, CancellationToken cancellation) =>
        LedgerConnections.AskAsync<int>(within, fund, Statement, Parameters(fund, closedOn), cancellation);

    private static NpgsqlParameter[] Parameters(int fund, LocalDate closedOn) => [new() { Value = fund }, new() { Value = closedOn.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date }];
}
