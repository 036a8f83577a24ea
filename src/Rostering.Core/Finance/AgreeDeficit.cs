using Npgsql;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Records how far two people let a fund's main balance be overdrawn, and gives the agreement's number. Asking the same again changes nothing.</summary>
public sealed class AgreeDeficit(LedgerConnections ledger)
{
    private const string Statement = "select ledger.agree_deficit($1, $2, $3, $4, $5)";

    public sealed record Request(int Fund, Money Deficit, string Reason, string MadeBy, string CheckedBy);

    public Task<Attempt<int>> HandleAsync(Request request, CancellationToken cancellation) => ledger.AskAsync<int>(request.Fund, Statement, Parameters(request), cancellation);

    /// <summary>Does it within a transaction that also does something else.</summary>
    public static Task<Attempt<int>> HandleAsync(NpgsqlTransaction within, Request request, CancellationToken cancellation) =>
        LedgerConnections.AskAsync<int>(within, request.Fund, Statement, Parameters(request), cancellation);

    private static NpgsqlParameter[] Parameters(Request request) =>
    [
        new() { Value = request.Fund },
        new() { Value = request.Deficit.Pence },
        new() { Value = request.Reason },
        new() { Value = request.MadeBy },
        new() { Value = request.CheckedBy },
    ];
}
