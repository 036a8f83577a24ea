using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Records what holds for a fund from a day on, and gives the terms' version. Asking the same again gives the same version.</summary>
public sealed class RecordTerms(LedgerConnections ledger)
{
    /// <summary>What is to be recorded.</summary>
    /// <param name="Content">The terms in full, as a JSON object.</param>
    public sealed record Request(int Fund, LocalDate EffectiveFrom, string Content, bool ChargeAgreed, bool BonusAgreed, string Reason, string RecordedBy);

    public Task<Attempt<int>> HandleAsync(Request request, CancellationToken cancellation) =>
        ledger.AskAsync<int>(
            request.Fund,
            "select ledger.record_terms($1, $2, $3, $4, $5, $6, $7)",
            [
                new NpgsqlParameter { Value = request.Fund },
                new NpgsqlParameter { Value = request.EffectiveFrom.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date },
                new NpgsqlParameter { Value = request.Content, NpgsqlDbType = NpgsqlDbType.Jsonb },
                new NpgsqlParameter { Value = request.ChargeAgreed },
                new NpgsqlParameter { Value = request.BonusAgreed },
                new NpgsqlParameter { Value = request.Reason },
                new NpgsqlParameter { Value = request.RecordedBy },
            ],
            cancellation);
}
