using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Changes;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class ChangesRuleTests
{
    [TestCase("mon 07:00", "ann bob", 0, 0)]
    [TestCase("mon 07:00", "ann cat", 1, 0)]
    [TestCase("mon 07:00", "cat dan", 2, 0)]
    [TestCase("mon 07:30", "ann bob", 0, 30)]
    [TestCase("mon 06:45", "bob cat", 1, 15)]
    [TestCase("mon 07:00", "", 2, 0)]
    public void Check_PublishedVisit_CountsWorkersLostAndMinutesMoved(string start, string workers, long lost, long moved)
    {
        var rota = CheckedRota.Of(Published(), ("v1", start, workers));

        Assert.That((rota.Amount(ChangesRule.Worker), rota.Amount(ChangesRule.Start)), Is.EqualTo((lost, moved)));
    }

    [Test]
    public void Check_VisitThatIsNotPublished_CountsNothing()
    {
        var problem = Published();

        var rota = CheckedRota.Of(problem, ("v1", "mon 07:00", "ann bob"), ("new", "tue 09:00", "cat"));

        Assert.That((rota.Amount(ChangesRule.Worker), rota.Amount(ChangesRule.Start)), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Check_ChangedVisit_SaysWhatChanged()
    {
        var rota = CheckedRota.Of(Published(), ("v1", "mon 07:30", "ann cat"));

        Assert.That(rota.Sentences(ChangesRule.Worker), Is.EqualTo(new[] { "bob was published for visit v1 to pat and is no longer on it." }));
        Assert.That(rota.Sentences(ChangesRule.Start), Is.EqualTo(new[] { "The start of visit v1 to pat moves from Mon 07:00 as published to Mon 07:30." }));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsAsync(BusyWeek.Problem(), new ChangesRule(), () => new ChangesEncoding(), seed: seed);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsInPartAsync(BusyWeek.Problem(), new ChangesRule(), () => new ChangesEncoding(), seed: seed);

    private static RotaProblem Published() => new ProblemBuilder()
        .Worker("ann").Worker("bob").Worker("cat").Worker("dan")
        .Visit("v1", "mon 06:45", window: 60, workers: 2)
        .Visit("new", "tue 09:00")
        .Published("mon 00:00", ("v1", "mon 07:00", "ann bob"))
        .Build();
}
