using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules.Uncovered;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class UncoveredRuleTests
{
    [TestCase(Need.Critical, 8)]
    [TestCase(Need.Substantial, 4)]
    [TestCase(Need.Moderate, 2)]
    [TestCase(Need.Low, 1)]
    public void Check_VisitNobodyMakes_WeighsMinutesAndSeatsByNeed(Need need, long weight)
    {
        var problem = Visit(need, workers: 2);

        var rota = CheckedRota.Of(problem);

        Assert.That(rota.Amount(UncoveredRule.Of(need)), Is.EqualTo(45 * 2));
        Assert.That(rota.Check.Score.Uncovered, Is.EqualTo(45 * 2 * weight));
        Assert.That(rota.Check.Score.Soft, Is.Zero);
    }

    [Test]
    public void Check_VisitMade_CountsNothing()
    {
        var rota = CheckedRota.Of(Visit(Need.Critical, workers: 1), ("v1", "mon 07:00", "ann"));

        Assert.That(rota.Check.Score.Uncovered, Is.Zero);
    }

    [Test]
    public void Check_VisitNobodyMakes_SaysWhatIsLacking()
    {
        var rota = CheckedRota.Of(Visit(Need.Critical, workers: 2));

        Assert.That(rota.Sentences(UncoveredRule.Critical), Is.EqualTo(new[] { "Nobody makes visit v1 to pat at Mon 07:00: 45 min for 2 workers, critical need." }));
    }

    [Test]
    public void Score_OneUncoveredMinute_OutweighsEveryPreference()
    {
        Assert.That(new RotaScore(0, 0, long.MaxValue), Is.LessThan(new RotaScore(0, 1, 0)));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsAsync(BusyWeek.Problem(), new UncoveredRule(), () => new UncoveredEncoding(), seed: seed);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsInPartAsync(BusyWeek.Problem(), new UncoveredRule(), () => new UncoveredEncoding(), seed: seed);

    private static RotaProblem Visit(Need need, int workers) => new ProblemBuilder()
        .Worker("ann", w => w with { Contract = w.Contract with { ContractedMinutes = 0 } })
        .With(p => p with { People = [.. p.People.Select(person => person with { Chosen = [new WorkerId("ann"), new WorkerId("bob")] })] })
        .Worker("bob")
        .Visit("v1", "mon 07:00", v => v with { Need = need }, minutes: 45, workers: workers)
        .Build();
}
