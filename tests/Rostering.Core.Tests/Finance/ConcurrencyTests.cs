using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

public sealed class ConcurrencyTests
{
    private const int Funds = 20;
    private const int Organisation = -1;
    private const int Calls = 600;

    /// <summary>Zipf's law with exponent 1.2: what falls to the funds up to each.</summary>
    private static readonly double[] Shares =
        [.. Enumerable.Range(1, Funds).Select(rank => Enumerable.Range(1, rank).Sum(other => Math.Pow(other, -1.2)))];

    private LedgerDatabase database = null!;
    private long[] remittances = [];

    [SetUp]
    public async Task CreateAsync()
    {
        database = await LedgerDatabase.CreateAsync();

        // Deadlocks are provoked here by the dozen; each is found out only after this time.
        await database.AskAsync("do $$ begin execute format('alter database %I set deadlock_timeout = ''20ms''', current_database()); end $$");
        for (var fund = 1; fund <= Funds; fund++)
            await database.OpenFundAsync(fund, new Money(2000));
        remittances = [await database.RecordRemittanceAsync("r-1", new Money(1_000_000)), await database.RecordRemittanceAsync("r-2", new Money(1_000_000))];
        await database.OpenFundAsync(Organisation);
        await database.PostAsync(database.Entry(Organisation, EntryKind.Endow, Line.Debit(Account.Cash, new Money(500_000)), Line.Credit(Account.Reserve, new Money(500_000)))
            with
        { Remittance = remittances[0] });
    }

    [TearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [TestCase(8)]
    [TestCase(16)]
    [TestCase(64)]
    public async Task HandleAsync_ManyClientsOnSkewedFunds_LosesAndDoublesNothing(int clients)
    {
        var random = new Random(Attack.Seed());
        var calls = Enumerable.Range(0, Calls).Select(_ => Call(random)).ToList();

        // Every fourth call is sent twice, and two clients come to it one after the other.
        var queue = new ConcurrentQueue<int>(calls.SelectMany((_, at) => Enumerable.Repeat(at, at % 4 == 0 ? 2 : 1)));
        var answers = new ConcurrentBag<(int Call, IReadOnlyList<PostEntries.Posted> Posted)>();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var at))
                answers.Add((at, LedgerDatabase.Made(await database.TryPostAsync(calls[at]))));
        })));

        AssertOneAnswerEach(calls, answers);
        Assert.That(
            await database.AskAsync("select count(*) from ledger.entry"),
            Is.EqualTo(Funds + 1L + calls.Sum(call => call.Length)));
        Assert.That(await LedgerProof.FaultsAsync(database.OwnerConnectionString), Is.Empty);
        await TestContext.Progress.WriteLineAsync(
            $"{clients} clients, {await database.AskAsync("select deadlocks from pg_stat_database where datname = current_database()")} deadlocks under the surface");
    }

    private static void AssertOneAnswerEach(List<JournalEntry[]> calls, IEnumerable<(int Call, IReadOnlyList<PostEntries.Posted> Posted)> answers)
    {
        var byCall = answers.ToLookup(answer => answer.Call, answer => answer.Posted);
        using (Assert.EnterMultipleScope())
        {
            for (var at = 0; at < calls.Count; at++)
            {
                Assert.That(byCall[at].Count(), Is.EqualTo(at % 4 == 0 ? 2 : 1));
                Assert.That(byCall[at].Count(posted => posted.All(entry => !entry.Replayed)), Is.EqualTo(1), $"Call {at} was posted as often.");
                Assert.That(byCall[at].Select(NumberedCalls.Answer).Distinct().Count(), Is.EqualTo(1), $"Call {at} got two answers.");
            }
        }
    }

    /// <summary>One entry, or some for any funds in any order.</summary>
    private JournalEntry[] Call(Random random) =>
        [.. Enumerable.Range(0, random.Next(2) == 0 ? 1 : random.Next(2, 6)).Select(_ => Entry(random))];

    /// <summary>Facts, which no fund is too poor for: skewed as they are, some funds are overspent.</summary>
    private JournalEntry Entry(Random random)
    {
        var amount = new Money(random.Next(1, 50));
        return random.Next(20) switch
        {
            0 => database.Entry(Organisation, EntryKind.ReserveBonus, Lines(Account.Reserve, Account.BonusPayable, amount)),
            // Two remittances in any order, which no order of the funds' ids brings into one.
            1 or 2 => database.Entry(Fund(random), EntryKind.Receipt, Lines(Account.Cash, Account.CouncilCredit, amount)) with { Remittance = remittances[random.Next(2)] },
            _ => database.Entry(Fund(random), EntryKind.Deliver, Lines(Account.Main, Account.SupportEarned, amount)),
        };
    }

    private static ImmutableArray<Line> Lines(Account debited, Account credited, Money amount) => [Line.Debit(debited, amount), Line.Credit(credited, amount)];

    private static int Fund(Random random)
    {
        var drawn = random.NextDouble() * Shares[^1];
        return 1 + Array.FindIndex(Shares, share => drawn < share);
    }
}
