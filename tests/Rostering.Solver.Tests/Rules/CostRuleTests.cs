using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Cost;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class CostRuleTests
{
    [Test]
    public void Check_OneHour_CostsPayAndOnCost()
    {
        var problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00").Build();

        var rota = CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"));

        Assert.That(rota.Amount(CostRule.Pay), Is.EqualTo(1_345 * 1_250));
        Assert.That(rota.Sentences(CostRule.Pay), Is.EqualTo(new[] { "ann's week costs £16.81." }));
    }

    [Test]
    public void T12_SameWorkerInTwoTeamsAtTwoRates_CostsDiffer()
    {
        var problem = new ProblemBuilder()
            .InTeam("nights")
            .Worker("ann", w => w with
            {
                Teams = [w.Teams[0] with { PencePerHour = 1_300 }, new Membership { Team = new TeamId("nights"), PencePerHour = 1_500 }],
            })
            .Visit("days", "mon 07:00")
            .Visit("nights", "mon 07:00", v => v with { Team = new TeamId("nights") })
            .Build();

        Assert.That(CheckedRota.Of(problem, ("days", "mon 07:00", "ann")).Amount(CostRule.Pay), Is.EqualTo(1_300 * 1_250));
        Assert.That(CheckedRota.Of(problem, ("nights", "mon 07:00", "ann")).Amount(CostRule.Pay), Is.EqualTo(1_500 * 1_250));
    }

    // 6,500 metres by road are 4.04 miles, and 17 minutes.
    [Test]
    public void Check_DriveBetweenVisits_CostsTravelTimeAndMileageAndRoundsMilesUp()
    {
        var problem = new ProblemBuilder()
            .At("far", 5_000, 0)
            .Worker("ann")
            .Person("quin", home: "far")
            .Visit("v1", "mon 07:00")
            .Visit("v2", "mon 08:17", person: "quin")
            .Build();

        var rota = CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", "mon 08:17", "ann"));

        Assert.That(rota.Amount(CostRule.Mile), Is.EqualTo(5));
        Assert.That(rota.Amount(CostRule.Pay), Is.EqualTo((2 * 1_345 * 1_250) + (17 * (1_345 * 1_250 / 60)) + (6_500 * 45 * 1_000 / 1_609)));
        Assert.That(rota.Sentences(CostRule.Mile), Is.EqualTo(new[] { "ann drives 5 miles between visits." }));
    }

    [Test]
    public void Check_ShortEngagement_CostsItsTopUp()
    {
        var problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00", minutes: 30).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann")).Amount(CostRule.Pay), Is.EqualTo((1_345 * 1_250 / 2) + (30 * (1_345 * 1_250 / 60))));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsAsync(BusyWeek.Problem(), new CostRule(), () => new CostEncoding(), seed: seed);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsInPartAsync(BusyWeek.Problem(), new CostRule(), () => new CostEncoding(), seed: seed);
}
