using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance.Model;

/// <summary>
/// Operations on some funds of its own, one after the other, each foretold by the model. Entries that the model takes are
/// posted many at once; the rest, and what depends on other entries of its batch, goes alone.
/// </summary>
internal sealed class ModelStream(LedgerDatabase database, int number, int seed)
{
    private const int People = 6;

    private readonly Random random = new(seed);
    private readonly ModelLedger model = new();
    private readonly List<(JournalEntry Entry, Prediction Foretold)> batch = [];
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private EntryDraws draws = null!;
    private EntrySpoils spoils = null!;
    private int remittances;

    private int Organisation => -(number + 1);

    private List<int> PersonIds => [.. Enumerable.Range((number * 10) + 1, People)];

    /// <summary>How often what came of an operation.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    public async Task RunAsync(int operations)
    {
        await OpenAsync();
        for (var done = 1; done <= operations; done++)
        {
            await ActAsync();
            if (done % 2500 == 0)
                await CompareStateAsync();
        }

        await CompareStateAsync();
    }

    /// <summary>Six people's funds, of which one has no terms yet, a closed one and an organisation's.</summary>
    private async Task OpenAsync()
    {
        spoils = new EntrySpoils(random);
        draws = new EntryDraws(random, model, PersonIds, Organisation);
        var closed = PersonIds[^1] + 1;
        foreach (var id in PersonIds.Append(closed).Append(Organisation))
        {
            var fund = new ModelFund(id, LedgerDatabase.Opening)
            {
                TermsFrom = id < 0 ? null : LedgerDatabase.Opening.PlusDays(id == PersonIds[^1] ? 10 : 0),
                ChargeAgreed = id % 2 == 0,
                BonusAgreed = id % 3 == 0,
                Closed = id == closed,
            };
            model.Funds.Add(id, fund);
            LedgerDatabase.Made(await new OpenFund(database.Ledger).HandleAsync(id, LedgerDatabase.Opening, CancellationToken.None));
            if (fund.TermsFrom is { } from)
                LedgerDatabase.Made(await new RecordTerms(database.Ledger).HandleAsync(
                    new RecordTerms.Request(id, from, "{}", fund.ChargeAgreed, fund.BonusAgreed, "as agreed", "worker-1"), CancellationToken.None));
        }

        LedgerDatabase.Made(await new CloseFund(database.Ledger).HandleAsync(closed, LedgerDatabase.Opening, CancellationToken.None));
        await RecordRemittanceAsync();
    }

    private Task ActAsync() => random.Next(1000) switch
    {
        < 4 => ClosePeriodAsync(SomeFund()),
        < 8 => AgreeDeficitAsync(SomeFund()),
        < 20 => RecordRemittanceAsync(),
        < 60 => PostAsync(Again()),
        < 65 => PostAsync(draws.Sensible() with { Fund = random.Next(2) == 0 ? PersonIds[^1] + 1 : 999_999 }),
        < 135 => PostAsync(spoils.Spoil(draws.Sensible())),
        _ => PostAsync(draws.Sensible()),
    };

    private ModelFund SomeFund() => model.Funds[PersonIds[random.Next(People)]];

    /// <summary>An entry from before, with the same content or with another.</summary>
    private JournalEntry Again()
    {
        var fund = SomeFund();
        if (fund.Entry(random.Next(fund.Entries.Count + 1)) is not { Asked: var asked })
            return draws.Sensible();
        return random.Next(4) switch
        {
            0 => asked with { Evidence = $"{asked.Evidence}-altered" },
            1 when asked.Lines.Length > 1 => asked with { Lines = asked.Lines.Reverse().ToImmutableArray() },
            _ => asked,
        };
    }

    private async Task PostAsync(JournalEntry entry)
    {
        // A bonus looks at what is owed; a reversal gives a remittance back that others may wait for.
        var alone = entry.Kind is EntryKind.Bonus or EntryKind.Reversal;
        if (alone)
            await PostBatchAsync();
        var foretold = model.Post(entry);
        Count(entry, foretold);
        if (foretold.Refused is not null)
        {
            await PostBatchAsync();
            CompareRefusal(entry, foretold, await database.TryPostAsync(entry));
            return;
        }

        batch.Add((entry, foretold));
        if (alone || random.Next(40) == 0)
            await PostBatchAsync();
    }

    private void Count(JournalEntry entry, Prediction foretold)
    {
        var word = foretold.Refused?.ToString() ?? (foretold.Replayed ? "replayed" : $"made {entry.Kind}");
        counts[word] = counts.GetValueOrDefault(word) + 1;
    }

    private async Task PostBatchAsync()
    {
        if (batch.Count == 0)
            return;
        var attempt = await database.TryPostAsync([.. batch.Select(item => item.Entry)]);
        if (attempt is not Attempt<IReadOnlyList<PostEntries.Posted>>.Made { Value: var posted })
            throw new AssertionException($"Refused, and should have been made: {attempt}{Environment.NewLine}{Shown(batch.Select(item => item.Entry))}");
        foreach (var ((entry, foretold), answer) in batch.Zip(posted))
        {
            var made = foretold.Entry!;
            var hash = Convert.ToHexString(answer.Hash.Span);
            made.Hash ??= hash;
            if ((answer.Entry, answer.Overspent.Pence, answer.Replayed, hash) != (new EntryId(entry.Fund, made.Seq), made.Overspent, foretold.Replayed, made.Hash))
                throw new AssertionException($"{answer} instead of {foretold}{Environment.NewLine}{Shown([entry])}");
        }

        batch.Clear();
    }

    private static void CompareRefusal(JournalEntry entry, Prediction foretold, Attempt<IReadOnlyList<PostEntries.Posted>> attempt)
    {
        if (attempt is not Attempt<IReadOnlyList<PostEntries.Posted>>.Refused { Refusal: var refusal }
            || (refusal.Reason, refusal.Fund) != (foretold.Refused, entry.Fund)
            || (foretold.Shortage is { } shortage && (refusal.Account, refusal.Amount, refusal.Limit) != (shortage.Account, shortage.Amount, shortage.Limit)))
        {
            throw new AssertionException($"{attempt} instead of {foretold}{Environment.NewLine}{Shown([entry])}");
        }
    }

    private async Task ClosePeriodAsync(ModelFund fund)
    {
        await PostBatchAsync();
        var through = fund.LockedThrough.PlusDays(random.Next(-2, 12));
        var attempt = await new ClosePeriod(database.Ledger).HandleAsync(fund.Id, through, "worker-1", CancellationToken.None);
        if (!fund.Closings.ContainsKey(through) && through <= fund.LockedThrough)
        {
            Assert.That((attempt as Attempt<int>.Refused)?.Refusal.Reason, Is.EqualTo(RefusalReason.PeriodClosed));
            return;
        }

        fund.Closings.TryAdd(through, fund.Entries.Count);
        fund.LockedThrough = LocalDate.Max(fund.LockedThrough, through);
        Assert.That(LedgerDatabase.Made(attempt), Is.EqualTo(fund.Closings[through]));
    }

    private async Task AgreeDeficitAsync(ModelFund fund)
    {
        await PostBatchAsync();
        var pence = random.Next(3) * 1500;
        var attempt = await new AgreeDeficit(database.Ledger).HandleAsync(
            new AgreeDeficit.Request(fund.Id, new Money(pence), "as agreed", "worker-1", "worker-2"), CancellationToken.None);
        if (fund.Held(Account.Main) < -pence)
        {
            Assert.That((attempt as Attempt<int>.Refused)?.Refusal.Reason, Is.EqualTo(RefusalReason.TooLittle));
            return;
        }

        if (fund.Deficits == 0 || fund.Deficit != pence)
            fund.Deficits++;
        fund.Deficit = pence;
        Assert.That(LedgerDatabase.Made(attempt), Is.EqualTo(fund.Deficits));
    }

    private async Task RecordRemittanceAsync()
    {
        await PostBatchAsync();
        var pence = random.Next(1, 40_000);
        model.Remittances.Add(await database.RecordRemittanceAsync($"stream-{number}-{++remittances}", new Money(pence)), new ModelRemittance(pence));
    }

    private async Task CompareStateAsync()
    {
        await PostBatchAsync();
        await ModelState.CompareAsync(database, model, random);
    }

    private static string Shown(IEnumerable<JournalEntry> entries) =>
        string.Join(Environment.NewLine, entries.Select(entry =>
            $"{entry} [{string.Join(", ", entry.Lines.Select(line => $"{line.Account} {line.Unit} {line.Amount}"))}] {string.Join(',', entry.Detail)}"));
}
