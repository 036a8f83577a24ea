using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Ledger;

namespace Rostering.Core.Finance.FundActs;

/// <summary>A second person checks a fund act, which posts it, or turns it down. Whoever recorded it may take it back, and never check it.</summary>
public sealed class AnswerFundAct(LedgerConnections ledger)
{
    /// <summary>What is answered.</summary>
    /// <param name="TurnedDownFor">Why it is turned down; <c>null</c> where it was checked and is to be posted.</param>
    public sealed record Request(long Asked, string? TurnedDownFor);

    /// <summary>Answers, and says why not where that cannot be; then nothing has changed.</summary>
    public Task<string?> HandleAsync(Request request, Act act, CancellationToken cancellation) => LedgerTransaction.DoAsync(
        ledger,
        async transaction =>
        {
            var problem = await WithinAsync(transaction, request, act, cancellation);
            return (problem, problem is null);
        },
        cancellation);

    private static async Task<string?> WithinAsync(LedgerTransaction transaction, Request request, Act act, CancellationToken cancellation)
    {
        var asked = await transaction.Database.AskedFundActs
            .FromSql($"select * from asked_fund_act where id = {request.Asked} and provider_id = {act.By.ProviderId} for update").SingleOrDefaultAsync(cancellation);
        if (asked is not { State: AskedState.Asked })
            return "This does not wait any more: somebody has answered it. Look at the fund.";
        if (request.TurnedDownFor is { } why)
        {
            if (string.IsNullOrWhiteSpace(why))
                return "The reason is empty. Say why it is turned down.";
            Answer(transaction, asked, AskedState.TurnedDown, why.Trim(), act);
            return null;
        }

        if (asked.AskedBy == act.By.UserId)
            return $"{act.By.Name} recorded this. Have somebody else of finance check it.";
        var sheet = FundActSheet.Of(asked.Kind);
        var said = FundActValues.Read(sheet, JsonSerializer.Deserialize<Dictionary<string, string>>(asked.Fields)!);
        var by = (act.By with { UserId = asked.AskedBy }).OpaqueId;
        if (await FundActPosting.DoAsync(transaction.Ledger, asked.FundId, sheet, said, (by, act.By.OpaqueId), cancellation) is Attempt<int>.Refused refused)
            return refused.Refusal.ToString();
        Answer(transaction, asked, AskedState.Done, null, act);
        return null;
    }

    private static void Answer(LedgerTransaction transaction, AskedFundAct asked, AskedState state, string? why, Act act)
    {
        (asked.State, asked.Answer, asked.AnsweredAt, asked.AnsweredBy, asked.AnsweredName) = (state, why, act.At, act.By.UserId, act.By.Name);
        var what = state == AskedState.Done ? "check" : "turn-down";
        transaction.Database.AuditEntries.Add(AuditEntry.Of(act with { Why = why ?? act.Why }, $"finance.{what}-{asked.Kind}".ToLowerInvariant(), $"fund/{asked.FundId}", asked.Fields));
    }
}
