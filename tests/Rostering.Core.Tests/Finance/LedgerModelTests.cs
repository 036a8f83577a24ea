using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

/// <summary>
/// Random operations on the ledger and on a model of it: every answer, every refusal and all that is left have to agree.
/// <c>ROSTERING_LEDGER_OPERATIONS</c> sets how many there are for each seed.
/// </summary>
public sealed class LedgerModelTests
{
    private const int BatchMax = 250;

    private static readonly int Operations =
        int.TryParse(Environment.GetEnvironmentVariable("ROSTERING_LEDGER_OPERATIONS"), out var operations) ? operations : 20_000;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public async Task PostEntries_RandomOperations_AnswersAsTheModel(int seed)
    {
        await using var database = await LedgerDatabase.CreateAsync();
        var model = await OpenAsync(database);
        var entries = new RandomEntries(database, model, new Random(seed));
        var batch = new List<(JournalEntry Entry, LedgerModel.Answer Answer)>();
        var refused = 0;

        for (var operation = 0; operation < Operations; operation++)
        {
            var entry = entries.Next();
            var (answer, refusal) = model.Post(entry);
            if (answer is not null)
                batch.Add((entry, answer));
            if (refusal is not null || batch.Count == BatchMax)
                await FlushAsync(database, batch, seed, operation);
            if (refusal is not null)
            {
                Assert.That(Reason(await database.TryPostAsync(entry)), Is.EqualTo(refusal), $"seed {seed}, operation {operation}: {entry}, {string.Join(", ", entry.Lines)}");
                refused++;
            }

            if (operation % (Operations / 4) == Operations / 8)
                await CloseAsync(database, model, batch, seed, operation);
        }

        await FlushAsync(database, batch, seed, Operations);
        await AssertSameAsync(database, model);
        Assert.That(await LedgerProof.FaultsAsync(database.OwnerConnectionString), Is.Empty);
        TestContext.Out.WriteLine($"seed {seed}: {Operations} operations, {refused} refused, {model.Books.Values.Sum(book => book.Entries.Count)} entries");
        Assert.That(refused, Is.InRange(Operations / 50, Operations / 2), "the attacker is neither tame nor only a nuisance");
    }

    private static async Task<LedgerModel> OpenAsync(LedgerDatabase database)
    {
        var remittances = new Dictionary<long, long>();
        for (var number = 1; number <= 40; number++)
            remittances.Add(await database.RecordRemittanceAsync($"r-{number}", new Money(40_000)), 40_000);
        var model = new LedgerModel(remittances);
        foreach (var fund in Enumerable.Range(1, 16))
        {
            await database.OpenFundAsync(fund);
            model.Books.Add(fund, new LedgerModel.Book());
        }

        return model;
    }

    private static async Task FlushAsync(LedgerDatabase database, List<(JournalEntry Entry, LedgerModel.Answer Answer)> batch, int seed, int operation)
    {
        var attempt = await database.TryPostAsync([.. batch.Select(one => one.Entry)]);
        if (attempt is Attempt<IReadOnlyList<PostEntries.Posted>>.Refused { Refusal: var refusal })
            Assert.Fail($"seed {seed}, before operation {operation}: {refusal} One of: {string.Join("; ", batch.Select(one => $"{one.Entry.Fund} {one.Entry.Kind} {one.Entry.Key}"))}");
        Assert.That(
            LedgerDatabase.Made(attempt).Select(posted => new LedgerModel.Answer(posted.Entry.Seq, posted.Overspent.Pence, posted.Replayed)),
            Is.EqualTo(batch.Select(one => one.Answer)), $"seed {seed}, before operation {operation}");
        batch.Clear();
    }

    private static async Task CloseAsync(
        LedgerDatabase database, LedgerModel model, List<(JournalEntry Entry, LedgerModel.Answer Answer)> batch, int seed, int operation)
    {
        await FlushAsync(database, batch, seed, operation);
        foreach (var (fund, book) in model.Books)
        {
            book.ClosedThrough = book.ClosedThrough.PlusDays(2);
            LedgerDatabase.Made(await new ClosePeriod(database.Ledger).HandleAsync(fund, book.ClosedThrough, "worker-1", CancellationToken.None));
        }
    }

    private static async Task AssertSameAsync(LedgerDatabase database, LedgerModel model)
    {
        using var all = Assert.EnterMultipleScope();
        foreach (var (fund, book) in model.Books)
        {
            var stored = await new ReadBalances(database.Ledger).HandleAsync(fund, null, null, CancellationToken.None);
            foreach (var account in Enum.GetValues<Account>())
            {
                foreach (var unit in Enum.GetValues<Unit>())
                {
                    var expected = book.Balance(account, unit);
                    Assert.That(stored.GetValueOrDefault((account, unit)), Is.EqualTo(expected), $"postings of {fund} {account} {unit}");
                    Assert.That(await database.HeldAsync(fund, account, unit), Is.EqualTo(LedgerModel.IsDebit(account) ? expected : -expected), $"{fund} {account} {unit}");
                }
            }

            Assert.That(await PairsAsync(database, $"select seq, pence, minutes from ledger.tranche where fund_id = {fund}"), Is.EqualTo(Text(book.Tranches)), $"tranches of {fund}");
            Assert.That(await PairsAsync(database, Pending(fund)), Is.EqualTo(Text(book.Pending)), $"commitments of {fund}");
            Assert.That(await database.AskAsync($"select seq from ledger.fund where id = {fund}"), Is.EqualTo(book.Entries.Count), $"entries of {fund}");
        }
    }

    private static string Pending(int fund) =>
        $"""
        select seq, coalesce(-sum(amount) filter (where unit = 'gbp'), 0), coalesce(-sum(amount) filter (where unit = 'min'), 0) from ledger.posting p
        where fund_id = {fund} and account = 'committed' and amount < 0
          and not exists (select from ledger.link l where l.fund_id = p.fund_id and l.seq = p.seq and l.role = 'resolves') group by seq
        """;

    private static async Task<string> PairsAsync(LedgerDatabase database, string query) =>
        await database.AskAsync($"select coalesce(string_agg(format('%s %s %s', seq, pence, minutes), ', ' order by seq), '') from ({query}) as r (seq, pence, minutes)") as string ?? "";

    private static string Text(Dictionary<int, (long Pence, long Minutes)> amounts) =>
        string.Join(", ", amounts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value.Pence} {pair.Value.Minutes}"));

    private static RefusalReason? Reason<T>(Attempt<T> attempt) => (attempt as Attempt<T>.Refused)?.Refusal.Reason;
}
