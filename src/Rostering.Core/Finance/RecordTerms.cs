using NodaTime;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Records what holds for a fund from a day on, and gives the terms' version. Asking the same again gives the same version.</summary>
public sealed class RecordTerms(LedgerConnections ledger)
{
    private const string Statement = "select ledger.record_terms($1, $2, $3, $4, $5, $6, $7)";

    /// <summary>What is to be recorded.</summary>
    /// <param name="Content">The terms in full, as a JSON object.</param>
    public sealed record Request(int Fund, LocalDate EffectiveFrom, string Content, bool ChargeAgreed, bool BonusAgreed, string Reason, string RecordedBy);

    public Task<Attempt<int>> HandleAsync(Request request, CancellationToken cancellation) => ledger.AskAsync<int>(request.Fund, Statement, Parameters(request), cancellation);

    /// <summary>Does it within a transaction that also does something else.</summary>
    public static Task<Attempt<int>> HandleAsync(NpgsqlTransaction within, Request request, CancellationToken cancellation) =>
        LedgerConnections.AskAsync<int>(within, request.Fund, Statement, Parameters(request), cancellation);

    private static NpgsqlParameter[] Parameters(Request request) =>
    [
        new() { Value = request.Fund },
        new() { Value = request.EffectiveFrom.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date },
        new() { Value = request.Content, NpgsqlDbType = NpgsqlDbType.Jsonb },
        new() { Value = request.ChargeAgreed },
        new() { Value = request.BonusAgreed },
        new() { Value = request.Reason },
        new() { Value = request.RecordedBy },
    ];
}
