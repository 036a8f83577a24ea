using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;

namespace Rostering.Testing;

/// <summary>The events of one fund's year, drawn up line by line and posted one after another.</summary>
public sealed class FundYear(FundBooks books, int fund, LocalDate from)
{
    private int keys;

    public int Fund => fund;

    /// <summary>Awards money for a year, a tenth of it as contingency, of which the person contributes some.</summary>
    public Task<int> AwardAsync(Money whole, Money contribution = default) => PostAsync(
        EntryKind.Award, from, "award/1", [("from", Iso(from)), ("to", Iso(from.PlusYears(1).PlusDays(-1)))],
        [Line.Debit(Account.Awarded, whole - contribution), Line.Debit(Account.ContributionReceivable, contribution), Line.Credit(Account.Main, whole.Split(9, 1)[0]), Line.Credit(Account.Contingency, whole.Split(9, 1)[1])]);

    public Task<int> CommitAsync(LocalDate on, string visit, Money cost, Minutes time) => PostAsync(
        EntryKind.Commit, on, visit, [("visit", visit)],
        [Line.Debit(Account.Main, cost), Line.Debit(Account.Main, time), Line.Credit(Account.Committed, cost), Line.Credit(Account.Committed, time)]);

    /// <summary>Delivers a committed visit at what was committed.</summary>
    public Task<int> DeliverAsync(LocalDate on, string visit, Money cost, Minutes time, int commitment) => PostAsync(
        EntryKind.Deliver, on, visit, [("visit", visit)],
        [Line.Debit(Account.Committed, cost), Line.Debit(Account.Committed, time), Line.Credit(Account.SupportEarned, cost), Line.Credit(Account.SupportEarned, time)],
        entry => entry with { Resolves = commitment });

    /// <summary>Delivers a visit that was not planned: what the main balance lacks goes to overspend.</summary>
    public Task<int> DeliverUnplannedAsync(LocalDate on, string visit, Money cost, Minutes time) => PostAsync(
        EntryKind.Deliver, on, visit, [("visit", visit)],
        [Line.Debit(Account.Main, cost), Line.Debit(Account.Main, time), Line.Credit(Account.SupportEarned, cost), Line.Credit(Account.SupportEarned, time)]);

    /// <summary>One visit a week is committed and delivered, from the first week of the year on.</summary>
    public async Task WeeksAsync(int weeks, Money cost, Minutes time)
    {
        for (var week = 0; week < weeks; week++)
        {
            var on = from.PlusWeeks(week);
            await DeliverAsync(on, $"visit-{fund}-{week}", cost, time, await CommitAsync(on, $"visit-{fund}-{week}", cost, time));
        }
    }

    public Task<int> InvoiceAsync(LocalDate on, Money amount) => PostAsync(
        EntryKind.Invoice, on, $"invoice/{fund}/{Iso(on)}", [("invoice", $"{fund}-{Iso(on)}")], [Line.Debit(Account.CouncilReceivable, amount), Line.Credit(Account.Awarded, amount)]);

    public Task<int> ReceiveAsync(LocalDate on, Money amount, long remittance) => PostAsync(
        EntryKind.Receipt, on, $"remittance/{remittance}", [], [Line.Debit(Account.Cash, amount), Line.Credit(Account.CouncilReceivable, amount)], entry => entry with { Remittance = remittance });

    public Task<int> WithdrawAsync(LocalDate on, Money amount) => PostAsync(
        EntryKind.Withdraw, on, "withdrawal/1", [], [Line.Debit(Account.SupportEarned, amount), Line.Credit(Account.Cash, amount)]);

    public Task<int> BankAsync(LocalDate on, Money amount, Minutes time, string purpose) => PostAsync(
        EntryKind.Bank, on, "agreement/1", [("purpose", purpose), ("agreedBy", "person"), ("reinstateOn", Iso(on.PlusWeeks(8))), ("expiresOn", Iso(on.PlusWeeks(26)))],
        [Line.Debit(Account.Main, amount), Line.Debit(Account.Main, time), Line.Credit(Account.Bank, amount), Line.Credit(Account.Bank, time)]);

    public Task<int> DrawAsync(LocalDate on, Money amount, string record) => PostAsync(
        EntryKind.Draw, on, "cover/1", [("reason", "worker ill"), ("record", record)], [Line.Debit(Account.Contingency, amount), Line.Credit(Account.SupportEarned, amount)],
        entry => entry with { CheckedBy = "second" });

    public Task<int> FailAsync(LocalDate on, string visit, Money cost, Minutes time, int commitment) => PostAsync(
        EntryKind.Fail, on, visit, [("visit", visit), ("reason", "no worker came")],
        [Line.Debit(Account.Committed, cost), Line.Debit(Account.Committed, time), Line.Credit(Account.Owed, cost), Line.Credit(Account.Owed, time)], entry => entry with { Resolves = commitment });

    public Task<int> ReverseAsync(LocalDate on, int seq) => PostAsync(
        EntryKind.Reversal, on, $"entry/{seq}", [("reason", "wrong amount")], [], entry => entry with { Reverses = seq, CheckedBy = "second" });

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", null);

    private Task<int> PostAsync(
        EntryKind kind, LocalDate on, string evidence, (string Key, string Value)[] detail, Line[] lines, Func<JournalEntry, JournalEntry>? refine = null)
    {
        JournalEntry entry = new()
        {
            Fund = fund,
            Kind = kind,
            Key = $"{kind}/{++keys}",
            EffectiveOn = on,
            Evidence = evidence,
            MadeBy = "finance",
            Detail = detail.ToImmutableSortedDictionary(fact => fact.Key, fact => fact.Value),
            Lines = [.. lines.Where(line => line.Amount != 0)],
        };
        return books.PostAsync(refine is null ? entry : refine(entry));
    }
}
