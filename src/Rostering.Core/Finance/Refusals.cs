using System.Collections.Frozen;
using System.Text.Json;
using Npgsql;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>What the ledger's errors mean to the person who asked. Errors that are not listed are no refusals.</summary>
internal static class Refusals
{
    private static readonly FrozenDictionary<string, (RefusalReason Reason, string Remedy)> Table = new Dictionary<string, (RefusalReason, string)>(StringComparer.Ordinal)
    {
        ["LR001"] = (RefusalReason.NoOpenFund, "Name an open fund, or open this one first."),
        ["LR002"] = (RefusalReason.KeyUsed, "Post what is new under a key of its own; what is recorded stays as it is."),
        ["LR003"] = (RefusalReason.PeriodClosed, "Let it take effect on an open day and say in 'relates to' which day it belongs to."),
        ["LR004"] = (RefusalReason.StillHolds, "Resolve, pay and close out what is left first."),
        ["LR005"] = (RefusalReason.NoSuchAccount, "Name accounts that the fund has, each once in a unit, with an amount each."),
        ["LR006"] = (RefusalReason.Tranche, "Name the entry that banked the tranche."),
        ["LR007"] = (RefusalReason.Remittance, "Record the remittance first."),
        ["LR010"] = (RefusalReason.OutOfSequence, "Use ledger.post."),
        ["LR011"] = (RefusalReason.Unbalanced, "Make debits and credits equal in pence and in minutes."),
        ["LR012"] = (RefusalReason.WrongAccount, "Use the kind of entry that fits, or the accounts that this kind may touch."),
        ["LR014"] = (RefusalReason.Incomplete, "Say what is missing."),
        ["LR015"] = (RefusalReason.NoTerms, "Record the fund's terms from that day or an earlier one."),
        ["LR016"] = (RefusalReason.Resolution, "Name the entry by which the commitment stands, and debit all that it committed."),
        ["LR017"] = (RefusalReason.Reversal, "Post the opposite by its own kind."),
        ["LR018"] = (RefusalReason.Reversal, "Name an entry of this fund, and no lines: they are those of the entry."),
        ["LR019"] = (RefusalReason.Gift, "Post the organisation's 'give' over the same amount first and name it as the twin."),
        ["LR020"] = (RefusalReason.ContingencyReason, "Give the reason 'person ill', 'worker ill' or 'emergency' where that is so, and pay from the main balance otherwise."),
        ["LR021"] = (RefusalReason.ChargeNotAgreed, "Record terms with the signed charge first."),
        ["LR022"] = (RefusalReason.Bonus, "Make good what is owed and record the agreement first."),
        ["LR023"] = (RefusalReason.SecondPerson, "Have somebody else check it."),
        ["LR024"] = (RefusalReason.Incomplete, "Name what the kind refers to, and nothing else."),
        ["LR025"] = (RefusalReason.PeriodClosed, "Let the terms hold from an open day on."),
        ["account_floor"] = (RefusalReason.TooLittle, "Take less, release or settle something first, or agree a deficit with two people."),
        ["remittance_allocated"] = (RefusalReason.Remittance, "Allocate what is left of the remittance, or name the right one."),
        ["tranche_left"] = (RefusalReason.Tranche, "Use what is left of the tranche, or another."),
        ["link_pkey"] = (RefusalReason.Resolution, "See the entry that did it before."),
        ["link_fund_id_seq_fkey"] = (RefusalReason.Incomplete, "Name an entry that is there."),
        ["deficit_two_people"] = (RefusalReason.SecondPerson, "Have somebody else check it."),
        [PostgresErrorCodes.CheckViolation] = (RefusalReason.Incomplete, "Correct the value."),
        [PostgresErrorCodes.NotNullViolation] = (RefusalReason.Incomplete, "Give a value."),
        [PostgresErrorCodes.NumericValueOutOfRange] = (RefusalReason.Incomplete, "Give an amount that can be true."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What was refused to a fund; nothing if the error is no refusal.</summary>
    public static Refusal? Of(PostgresException e, int fund)
    {
        if (!Table.TryGetValue(e.ConstraintName ?? "", out var meaning) && !Table.TryGetValue(e.SqlState, out meaning))
            return null;
        var facts = Facts(e);
        var refusal = new Refusal(meaning.Reason, (int?)Number(facts, "fund") ?? fund, Sentence(e.MessageText), meaning.Remedy)
        {
            Amount = Number(facts, "amount"),
            Limit = Number(facts, "limit"),
        };
        return (e.ConstraintName, e.TableName is null ? [] : FailedRow(e)) switch
        {
            ("account_floor", _) when facts is { } shortage => TooLittle(refusal, shortage),
            ("tranche_left", [_, var seq, var pence, var minutes]) => TrancheTooSmall(refusal, seq, long.Parse(pence), long.Parse(minutes)),
            ("link_pkey", [_, var seq, var role]) => AlreadyDone(refusal, seq, role),
            _ => refusal,
        };
    }

    private static Refusal TooLittle(Refusal refusal, JsonElement shortage)
    {
        var account = shortage.GetProperty("account").GetString()!;
        var inMoney = shortage.GetProperty("unit").GetString() == "gbp";
        string Shown(long? amount) => inMoney ? new Money(amount!.Value).ToString() : new Minutes(amount!.Value).ToString();
        return refusal with
        {
            Message = $"Fund {refusal.Fund} has {Shown(refusal.Limit)} in {account.Replace('_', ' ')}, which is less than {Shown(refusal.Amount)}.",
            Account = PostCommand.AccountNamed(account),
        };
    }

    private static Refusal TrancheTooSmall(Refusal refusal, string seq, long pence, long minutes) => refusal with
    {
        Message = $"Tranche {seq} of fund {refusal.Fund} has {(pence < 0 ? new Money(-pence).ToString() : new Minutes(-minutes).ToString())} less than that.",
        Account = Account.Bank,
    };

    private static Refusal AlreadyDone(Refusal refusal, string seq, string role) => role switch
    {
        "reverses" => refusal with { Reason = RefusalReason.Reversal, Message = $"Entry {seq} of fund {refusal.Fund} was reversed before." },
        "twin" => refusal with { Reason = RefusalReason.Gift, Message = $"The organisation's entry {seq} went to a fund before." },
        _ => refusal with { Message = $"Entry {seq} of fund {refusal.Fund} was resolved before." },
    };

    /// <summary>
    /// 'Failing row contains (1, 2, -5, 0).' or 'Key (…)=(1, 2, resolves) already exists.', in whatever language. Only rows
    /// of numbers and codes are read this way.
    /// </summary>
    private static string[] FailedRow(PostgresException e) =>
        e.Detail is { } detail && detail.LastIndexOf('(') is >= 0 and var start ? detail[(start + 1)..detail.LastIndexOf(')')].Split(", ") : [];

    private static JsonElement? Facts(PostgresException e)
    {
        if (e.Detail?.StartsWith('{') != true)
            return null;
        using var document = JsonDocument.Parse(e.Detail);
        return document.RootElement.Clone();
    }

    private static long? Number(JsonElement? facts, string name) =>
        facts is { } all && all.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..].TrimEnd('.')}.";
}
