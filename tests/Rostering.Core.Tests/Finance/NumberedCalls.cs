using System.Collections.Immutable;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

/// <summary>Calls of <see cref="PostEntries"/> of which the number says all, so that whoever knows the number can ask again.</summary>
internal static class NumberedCalls
{
    private const int Funds = 6;
    private static readonly Money Awarded = new(100_000_000);

    /// <summary>Makes the funds that the calls post to. An award each, and nothing else, is in them.</summary>
    public static async Task PrepareAsync(LedgerConnections ledger)
    {
        for (var fund = 1; fund <= Funds; fund++)
        {
            LedgerDatabase.Made(await new OpenFund(ledger).HandleAsync(fund, LedgerDatabase.Opening, CancellationToken.None));
            LedgerDatabase.Made(await new RecordTerms(ledger).HandleAsync(
                new RecordTerms.Request(fund, LedgerDatabase.Opening, "{}", ChargeAgreed: false, BonusAgreed: false, "as agreed", "worker-1"), CancellationToken.None));
            LedgerDatabase.Made(await new PostEntries(ledger).HandleAsync(
                [Entry(fund, "award", EntryKind.Award, Line.Debit(Account.Awarded, Awarded), Line.Credit(Account.Main, Awarded))], CancellationToken.None));
        }
    }

    public static async Task<IReadOnlyList<PostEntries.Posted>> PostAsync(LedgerConnections ledger, int number) =>
        LedgerDatabase.Made(await new PostEntries(ledger).HandleAsync(Call(number), CancellationToken.None));

    /// <summary>What has to be the same whenever the call is asked again.</summary>
    public static string Answer(IEnumerable<PostEntries.Posted> posted) =>
        string.Join(' ', posted.Select(entry => $"{entry.Entry.Fund}/{entry.Entry.Seq}/{Convert.ToHexString(entry.Hash.Span)}/{entry.Overspent.Pence}"));

    /// <summary>
    /// Asks for all calls up to a number again: those that were acknowledged give the same answer, the others were posted whole
    /// or are now. Then the ledger holds all of them once, and nothing else.
    /// </summary>
    /// <returns>How many calls had been committed without being acknowledged.</returns>
    public static async Task<int> AskAgainAsync(LedgerConnections ledger, string ownerConnectionString, int first, int last, IReadOnlyDictionary<int, string> acknowledged)
    {
        var committed = 0;
        for (var number = first; number <= last; number++)
        {
            var posted = await PostAsync(ledger, number);
            Assert.That(posted.Select(entry => entry.Replayed), Is.All.EqualTo(posted[0].Replayed), $"Call {number} was posted in part.");
            if (acknowledged.TryGetValue(number, out var answer))
                Assert.That((posted[0].Replayed, Answer(posted)), Is.EqualTo((true, answer)), $"Call {number} was acknowledged and then lost.");
            else if (posted[0].Replayed)
                committed++;
        }

        var entries = Funds + Enumerable.Range(1, last).Sum(number => (long)Call(number).Length);
        Assert.That(await LedgerProof.AskAsync(ownerConnectionString, "select count(*) from ledger.entry"), Is.EqualTo(entries));
        Assert.That(await LedgerProof.FaultsAsync(ownerConnectionString), Is.Empty);
        return committed;
    }

    /// <summary>Every third call posts five entries to several funds, the others one.</summary>
    private static JournalEntry[] Call(int number) =>
        [.. Enumerable.Range(0, number % 3 == 0 ? 5 : 1).Select(part => VisitEntry(1 + ((number * 7) + (part * 2)) % Funds, number, part))];

    private static JournalEntry VisitEntry(int fund, int number, int part)
    {
        var (price, time) = (new Money(1 + (number % 7)), new Minutes(1));
        var (kind, account) = number % 2 == 0 ? (EntryKind.Commit, Account.Committed) : (EntryKind.Deliver, Account.SupportEarned);
        return Entry(
            fund, $"call-{number}-{part}", kind,
            Line.Debit(Account.Main, price), Line.Debit(Account.Main, time), Line.Credit(account, price), Line.Credit(account, time));
    }

    private static JournalEntry Entry(int fund, string key, EntryKind kind, params ImmutableArray<Line> lines) => new()
    {
        Fund = fund,
        Kind = kind,
        Key = key,
        EffectiveOn = LedgerDatabase.Opening,
        Evidence = "evidence-1",
        MadeBy = "worker-1",
        Detail = ImmutableSortedDictionary<string, string>.Empty.AddRange(
            kind == EntryKind.Award ? [new("from", "2026-04-06"), new("to", "2027-04-05")] : [new("visit", key)]),
        Lines = lines,
    };
}
