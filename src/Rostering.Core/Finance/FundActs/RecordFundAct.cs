using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Ledger;

namespace Rostering.Core.Finance.FundActs;

/// <summary>
/// Records what finance does with a fund: posted with its audit entry, or not at all. What takes two people waits for the second, and is
/// refused at once where it could not be posted as things stand.
/// </summary>
public sealed class RecordFundAct(LedgerConnections ledger)
{
    private const string Second = "second person";
    private const string Tried = "tried";

    /// <summary>The fund, what is done, and what its fields were filled in with.</summary>
    public sealed record Request(int Fund, FundActKind Kind, IReadOnlyDictionary<string, string> Fields);

    /// <summary>What came of it.</summary>
    public abstract record Result
    {
        private Result()
        {
        }

        /// <summary>It is in the books.</summary>
        public sealed record Done(int Number) : Result;

        /// <summary>It waits for a second person.</summary>
        public sealed record Waits(long Asked) : Result;

        /// <summary>Fields are wrong; nothing was recorded.</summary>
        public sealed record Faulty(ImmutableArray<FundActFault> Faults) : Result;

        /// <summary>The ledger does not take it; nothing was recorded.</summary>
        public sealed record Refused(Refusal Refusal) : Result;
    }

    public Task<Result> HandleAsync(Request request, Act act, CancellationToken cancellation)
    {
        var sheet = FundActSheet.Of(request.Kind);
        return new FilledForm(sheet.Fields, request.Fields).RecordAsync(ledger, (transaction, said) => WithinAsync(transaction, request, sheet, said, act, cancellation), cancellation);
    }

    private static async Task<Result> WithinAsync(LedgerTransaction transaction, Request request, FundActSheet sheet, FundActValues said, Act act, CancellationToken cancellation)
    {
        var database = transaction.Database;
        if (!await database.FundHolders.AnyAsync(holder => holder.FundId == request.Fund && holder.ProviderId == act.By.ProviderId, cancellation))
            return new Result.Refused(new Refusal(RefusalReason.NoOpenFund, request.Fund, $"There is no fund {request.Fund} here.", "Give the number of one of your own funds."));
        if (sheet.BringsMoney && !await database.RemittanceHolders.AnyAsync(holder => holder.RemittanceId == said.Remittance && holder.ProviderId == act.By.ProviderId, cancellation))
            return new Result.Refused(new Refusal(RefusalReason.Remittance, request.Fund, $"There is no remittance {said.Remittance} here.", "Choose money that reached your own bank."));
        if (sheet.TwoPeople)
            return await AskAsync(transaction, request, sheet, said, act, cancellation);

        var done = await FundActPosting.DoAsync(transaction.Ledger, request.Fund, sheet, said, (act.By.OpaqueId, null), cancellation);
        if (done is Attempt<int>.Refused refused)
            return new Result.Refused(refused.Refusal);
        database.AuditEntries.Add(AuditEntry.Of(act, $"finance.{sheet.Kind}".ToLowerInvariant(), $"fund/{request.Fund}", JsonSerializer.Serialize(request.Fields)));
        return new Result.Done(((Attempt<int>.Made)done).Value);
    }

    private static async Task<Result> AskAsync(LedgerTransaction transaction, Request request, FundActSheet sheet, FundActValues said, Act act, CancellationToken cancellation)
    {
        // It is tried out and taken back, so that nothing waits that could not be posted as things stand.
        await transaction.Ledger.SaveAsync(Tried, cancellation);
        var tried = await FundActPosting.DoAsync(transaction.Ledger, request.Fund, sheet, said, (act.By.OpaqueId, Second), cancellation);
        await transaction.Ledger.RollbackAsync(Tried, cancellation);
        if (tried is Attempt<int>.Refused refused)
            return new Result.Refused(refused.Refusal);

        AskedFundAct asked = new()
        {
            ProviderId = act.By.ProviderId,
            FundId = request.Fund,
            Kind = sheet.Kind,
            Fields = JsonSerializer.Serialize(request.Fields),
            AskedAt = act.At,
            AskedBy = act.By.UserId,
            AskedName = act.By.Name,
        };
        transaction.Database.AskedFundActs.Add(asked);
        transaction.Database.AuditEntries.Add(AuditEntry.Of(act, $"finance.ask-{sheet.Kind}".ToLowerInvariant(), $"fund/{request.Fund}", asked.Fields));
        await transaction.Database.SaveChangesAsync(cancellation);
        return new Result.Waits(asked.Id);
    }
}
