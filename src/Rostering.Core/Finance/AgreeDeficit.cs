using Npgsql;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Records how far two people let a fund's main balance be overdrawn, and gives the agreement's number. Asking the same again changes nothing.</summary>
public sealed class AgreeDeficit(LedgerConnections ledger)
{
    public sealed record Request(int Fund, Money Deficit, string Reason, string MadeBy, string CheckedBy);

    public Task<Attempt<int>> HandleAsync(Request request, CancellationToken cancellation) =>
        ledger.AskAsync<int>(
            request.Fund,
            "select ledger.agree_deficit($1, $2, $3, $4, $5)",
            [
                new NpgsqlParameter { Value = request.Fund },
                new NpgsqlParameter { Value = request.Deficit.Pence },
                new NpgsqlParameter { Value = request.Reason },
                new NpgsqlParameter { Value = request.MadeBy },
                new NpgsqlParameter { Value = request.CheckedBy },
            ],
            cancellation);
}
