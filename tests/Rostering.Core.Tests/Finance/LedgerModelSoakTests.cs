using Rostering.Core.Tests.Finance.Model;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

/// <summary>The ledger against a model of it: whatever is asked, in whatever order, both say and hold the same.</summary>
public sealed class LedgerModelSoakTests
{
    private const int AtOnce = 4;

    /// <summary>So many that nothing of what can happen fails to.</summary>
    private const int Enough = 100_000;

    /// <summary>Operations on the same few funds: more than fall to a person's fund in its life, and few enough to compare all of it often.</summary>
    private const int OfStream = Enough / AtOnce;

    private LedgerDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateAsync() => database = await LedgerDatabase.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [Test]
    public async Task HandleAsync_AnyOperationsInAnyOrder_DoesWhatTheModelDoes()
    {
        var seed = Attack.Seed();
        var operations = Attack.Number("ROSTERING_SOAK_OPERATIONS", Enough);
        var streams = Enumerable.Range(0, Math.Max(AtOnce, operations / OfStream)).Select(number => new ModelStream(database, number, unchecked(seed + number))).ToList();

        await Parallel.ForEachAsync(streams, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (stream, _) => await stream.RunAsync(operations / streams.Count));

        Assert.That(await LedgerProof.FaultsAsync(database.OwnerConnectionString), Is.Empty);
        var counts = streams.SelectMany(stream => stream.Counts).GroupBy(count => count.Key, count => count.Value)
            .OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary(count => count.Key, count => count.Sum(), StringComparer.Ordinal);
        await TestContext.Progress.WriteLineAsync(string.Join(Environment.NewLine, counts.Select(count => $"{count.Value,8} {count.Key}")));
        if (operations >= Enough)
            Assert.That(Outcomes.Except(counts.Keys, StringComparer.Ordinal), Is.Empty, "The draws leave something out.");
    }

    /// <summary>Every kind of entry is made, and every reason is given for which an entry can be refused.</summary>
    private static IEnumerable<string> Outcomes =>
        [
            .. Enum.GetValues<EntryKind>().Select(kind => $"made {kind}"),
            .. Enum.GetNames<RefusalReason>().Except([nameof(RefusalReason.StillHolds), nameof(RefusalReason.OutOfSequence), nameof(RefusalReason.NotAgreed)], StringComparer.Ordinal),
            "replayed",
        ];
}
