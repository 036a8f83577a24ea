using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Finance.FundActs;
using Rostering.Ledger;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Agreements;

/// <summary>Records what holds for a person's fund from a day on. What held before stays as it was.</summary>
public sealed class RecordFundTerms(LedgerConnections ledger)
{
    /// <summary>The fund, and what <see cref="OpeningFields.OtherTerms"/> were filled in with.</summary>
    public sealed record Request(int Fund, IReadOnlyDictionary<string, string> Fields);

    /// <summary>Records them, and gives their version.</summary>
    public Task<RecordFundAct.Result> HandleAsync(Request request, Act act, CancellationToken cancellation) =>
        new FilledForm(OpeningFields.OtherTerms, request.Fields).RecordAsync(
            ledger, (transaction, said) => WithinAsync(transaction, request, said, act with { Why = said.Text(FundActFields.Reason) }, cancellation), cancellation);

    /// <summary>Writes terms in full.</summary>
    internal static Task<Attempt<int>> WriteAsync(LedgerTransaction transaction, int fund, LocalDate from, FundTerms terms, string reason, Act act, CancellationToken cancellation) =>
        RecordTerms.HandleAsync(transaction.Ledger, new(fund, from, TermsJson.Write(terms), terms.ManagementCharge is not null, terms.BonusAllowed, reason, act.By.OpaqueId), cancellation);

    private static async Task<RecordFundAct.Result> WithinAsync(LedgerTransaction transaction, Request request, FundActValues said, Act act, CancellationToken cancellation)
    {
        var (database, from) = (transaction.Database, said.Day(FundActFields.From));
        if (!await database.FundHolders.AnyAsync(holder => holder.FundId == request.Fund && holder.ProviderId == act.By.ProviderId, cancellation))
            return new RecordFundAct.Result.Refused(new Refusal(RefusalReason.NoOpenFund, request.Fund, $"There is no fund {request.Fund} here.", "Give the number of one of your own funds."));
        var positions = await ReadPositions.HandleAsync(transaction.Ledger.Connection!, [request.Fund], from, cancellation);
        if (!positions.TryGetValue(request.Fund, out var position))
            return Faulty(new FundActFault(FundActFields.From, FormattableString.Invariant($"The fund has no terms yet on {from:d MMMM uuuu}, which is before it opened."), "Choose its first day or a later one."));

        var (terms, faults) = TermsField.Read(TermsField.OfFund, position.Terms, said);
        if (!faults.IsEmpty)
            return new RecordFundAct.Result.Faulty(faults);
        var written = await WriteAsync(transaction, request.Fund, from, terms, said.Text(FundActFields.Reason), act, cancellation);
        if (written is Attempt<int>.Refused refused)
            return new RecordFundAct.Result.Refused(refused.Refusal);
        database.AuditEntries.Add(AuditEntry.Of(act, "finance.record-terms", $"fund/{request.Fund}", JsonSerializer.Serialize(request.Fields)));
        return new RecordFundAct.Result.Done(((Attempt<int>.Made)written).Value);
    }

    private static RecordFundAct.Result.Faulty Faulty(FundActFault fault) => new([fault]);
}
