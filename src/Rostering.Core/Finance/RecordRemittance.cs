using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Records money that arrived, as the bank shows it, and gives its id. The same payer and reference are the same remittance.</summary>
public sealed class RecordRemittance(LedgerConnections ledger)
{
    public sealed record Request(string Payer, string Reference, LocalDate ReceivedOn, Money Amount, string RecordedBy);

    public Task<Attempt<long>> HandleAsync(Request request, CancellationToken cancellation) =>
        ledger.AskAsync<long>(
            fund: 0,
            "select ledger.record_remittance($1, $2, $3, $4, $5)",
            [
                new NpgsqlParameter { Value = request.Payer },
                new NpgsqlParameter { Value = request.Reference },
                new NpgsqlParameter { Value = request.ReceivedOn.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date },
                new NpgsqlParameter { Value = request.Amount.Pence },
                new NpgsqlParameter { Value = request.RecordedBy },
            ],
            cancellation);
}
