using Rostering.Solver.Problem;
using Rostering.Solver.Rules.PaidOverTiedUp;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class PaidOverTiedUpRuleTests
{
    // 20 miles of road are 69 minutes by car: an hour's visit ties up 3 h 18, of which 35 % is 70 minutes.
    [TestCase(60, 350, 10)]
    [TestCase(74, 350, 1)]
    [TestCase(75, 350, 0)]
    [TestCase(15, 350, 0)]
    [TestCase(15, 400, 2)]
    public void Check_T08TwentyMilesEachWay_FlagsAShortVisit(int minutes, int floorPermille, long lacking) =>
        Assert.That(FarVisit(minutes, floorPermille).Amount(PaidOverTiedUpRule.MinutesShort), Is.EqualTo(lacking));

    [Test]
    public void Check_T08TwentyMilesEachWayForAnHour_SaysWhatItWouldHaveToPay() => Assert.That(
        FarVisit(60, 350).Sentences(PaidOverTiedUpRule.MinutesShort),
        Is.EqualTo(["ann is tied up for 3 h 18 by a duty that begins with visit v1 to pat and pays 1 h; it would have to pay 1 h 10, 35 % of that time."]));

    // Two quarters of an hour pay an hour each when a split lies between them; 35 % of five and a half hours is less, of six hours more.
    [TestCase("mon 12:15", 0)]
    [TestCase("mon 12:45", 6)]
    public void Check_ShortVisitsWithASplit_CountTheLeastPay(string second, long lacking)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00", minutes: 15).Visit("v2", second, minutes: 15).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", second, "ann")).Amount(PaidOverTiedUpRule.MinutesShort), Is.EqualTo(lacking));
    }

    [Test]
    public void Check_DutyBesideOtherWork_HasNoWayFromHome()
    {
        RotaProblem problem = Far(60, 350).With(p => p with
        {
            Workers = [p.Workers[0] with { OutsideWork = [TestWeek.Span("mon 07:00", "mon 09:30")] }],
        }).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 10:00", "ann")).Amount(PaidOverTiedUpRule.MinutesShort), Is.Zero);
    }

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        Far(60, 600)
            .Worker("bob", w => w with { OutsideWork = [TestWeek.Span("mon 08:00", "mon 09:00"), TestWeek.Span("mon 16:30", "mon 17:00")] })
            .Visit("v2", "mon 11:15", minutes: 20, window: 60)
            .Visit("v3", "mon 14:00", minutes: 30, window: 60)
            .Visit("v4", "mon 15:30", v => v with { Place = new PlaceId("far") }, minutes: 40, window: 15)
            .Visit("v5", "mon 17:30", minutes: 45, window: 30)
            .Build(),
        new PaidOverTiedUpRule(), () => new PaidOverTiedUpEncoding(), samples: 40);

    // 129 minutes tied up where other work follows the hour, 198 where the way home does.
    [Test]
    public Task Encoding_DutiesBesideOtherWork_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        Far(60, 400)
            .With(p => p with { Workers = [p.Workers[0] with { OutsideWork = [TestWeek.Span("mon 11:30", "mon 12:00"), TestWeek.Span("wed 08:00", "wed 09:30")] }] })
            .Visit("v2", "tue 10:00", v => v with { Place = new PlaceId("far") })
            .Visit("v3", "wed 10:00", v => v with { Place = new PlaceId("far") }, window: 60)
            .Build(),
        new PaidOverTiedUpRule(), () => new PaidOverTiedUpEncoding());

    private static CheckedRota FarVisit(int minutes, int floorPermille) => CheckedRota.Of(Far(minutes, floorPermille).Build(), ("v1", "mon 10:00", "ann"));

    // 24,759 m as the crow flies are 32,187 m of road.
    private static ProblemBuilder Far(int minutes, int floorPermille) => new ProblemBuilder().At("far", 24_759, 0)
        .Parameter(ParameterKeys.PaidOverTiedUpPermilleMin, floorPermille)
        .Worker("ann")
        .Visit("v1", "mon 10:00", v => v with { Place = new PlaceId("far") }, minutes: minutes);
}
