using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Records money that arrived, as the bank shows it, and gives its id. The same payer and reference are the same remittance.</summary>
public sealed class RecordRemittance(LedgerConnections ledger)
{
    private const string Statement = "select ledger.record_remittance($1, $2, $3, $4, $5)";

    public sealed record Request(string Payer, string Reference, LocalDate ReceivedOn, Money Amount, string RecordedBy);

    public Task<Attempt<long>> HandleAsync(Request request, CancellationToken cancellation) => ledger.AskAsync<long>(fund: 0, Statement, Parameters(request), cancellation);

    /// <summary>Does it within a transaction that also does something else.</summary>
    public static Task<Attempt<long>> HandleAsync(NpgsqlTransaction within, Request request, CancellationToken cancellation) =>
        LedgerConnections.AskAsync<long>(within, fund: 0, Statement, Parameters(request), cancellation);

    private static NpgsqlParameter[] Parameters(Request request) =>
    [
        new() { Value = request.Payer },
        new() { Value = request.Reference },
        new() { Value = request.ReceivedOn.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date },
        new() { Value = request.Amount.Pence },
        new() { Value = request.RecordedBy },
    ];
}
