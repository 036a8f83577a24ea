using Rostering.Solver.Problem;
using Rostering.Solver.Rules.DailyRest;
using Rostering.Solver.Rules.LastTransport;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class LastTransportRuleTests
{
    private static readonly (string, string, string) s_club = ("club", "sat 22:00", "bob");

    [Test]
    public void Check_T10NightclubTo2ByBus_LeavesNoWayHome() =>
        Assert.That(
            CheckedRota.Of(Nightclub().Build(), s_club).Sentences(LastTransportRule.Journeys),
            Is.EqualTo(["bob has no way home from visit club to pat at Sun 02:00: none of the worker's own modes serves then, and no taxi is paid."]));

    // 13 km of road: 300 p and 8.07 miles at 200 p.
    [Test]
    public void Check_T10NightclubTo2WithTaxi_IsFeasibleAndCostsTheTaxi()
    {
        CheckedRota byTaxi = CheckedRota.Of(WithTaxi(Nightclub()), s_club);
        CheckedRota byCar = CheckedRota.Of(Nightclub(TravelMode.Car).Build(), s_club);

        Assert.That(byTaxi.Amount(LastTransportRule.Journeys), Is.Zero);
        Assert.That(Laid.Out(byTaxi).MilliPence - Laid.Out(byCar).MilliPence, Is.EqualTo(1_915_000));
        Assert.That(Laid.Out(byTaxi).Items[0].Charged - Laid.Out(byCar).Items[0].Charged, Is.EqualTo(1_915_000));
    }

    [TestCase("sun 13:00", 0)]
    [TestCase("sun 12:00", 60)]
    public void Check_T10NightclubTo2WithTaxi_KeepsTheNextDaysRest(string next, long minutesShort)
    {
        RotaProblem problem = WithTaxi(Nightclub().Visit("next", next));

        Assert.That(CheckedRota.Of(problem, s_club, ("next", next, "bob")).Amount(DailyRestRule.MinutesShort), Is.EqualTo(minutesShort));
    }

    // The ride takes 56 minutes; buses run from 06:00 to 23:00.
    [TestCase("mon 06:55", 1)]
    [TestCase("mon 06:56", 0)]
    [TestCase("mon 22:00", 0)]
    [TestCase("mon 22:01", 1)]
    public void Check_FirstAndLastBus_BoundTheDuty(string start, long journeys)
    {
        RotaProblem problem = Nightclub().Visit("v1", start, v => v with { Place = new PlaceId("club") }).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", start, "bob")).Amount(LastTransportRule.Journeys), Is.EqualTo(journeys));
    }

    [Test]
    public void Check_OnFootTooFar_CountsTheWayOnAndTheWayHome()
    {
        RotaProblem problem = Nightclub(TravelMode.Walk).Visit("v1", "sat 20:00").Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "sat 20:00", "bob"), s_club).Sentences(LastTransportRule.Journeys), Is.EqualTo(
        [
            "bob has no way on from visit v1 to pat at Sat 21:00: none of the worker's own modes serves then, and no taxi is paid.",
            "bob has no way home from visit club to pat at Sun 02:00: none of the worker's own modes serves then, and no taxi is paid.",
        ]));
    }

    [Test]
    public void Check_TaxiWhereNoCarCanGo_IsNoWay()
    {
        RotaProblem problem = WithTaxi(Nightclub().With(p => p with
        {
            Travel = p.Travel with { Modes = [.. p.Travel.Modes.Where(mode => mode.Mode != TravelMode.Car)] },
        }));

        Assert.That(CheckedRota.Of(problem, s_club).Amount(LastTransportRule.Journeys), Is.EqualTo(1));
    }

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() =>
        EncodingAgreement.HoldsBothWaysAsync(Stranding().Build(), new LastTransportRule(), () => new LastTransportEncoding());

    [Test]
    public Task Encoding_RandomRotasWithTaxis_AgreesWithTheChecker() =>
        EncodingAgreement.HoldsAsync(WithTaxi(Stranding()), new LastTransportRule(), () => new LastTransportEncoding());

    private static ProblemBuilder Stranding() => Nightclub()
        .Worker("cat", w => w with { Modes = [TravelMode.Walk], OutsideWork = [TestWeek.Span("sun 04:00", "sun 06:00")] })
        .Visit("v1", "sat 06:30", v => v with { Place = new PlaceId("club") }, window: 30)
        .Visit("v2", "sat 20:15", window: 15)
        .Visit("v3", "sun 02:30");

    private static ProblemBuilder Nightclub(TravelMode mode = TravelMode.Bus) => new ProblemBuilder().At("club", 10_000, 0)
        .Worker("bob", w => w with { Modes = [mode] })
        .Visit("club", "sat 22:00", v => v with { Place = new PlaceId("club") }, minutes: 240);

    private static RotaProblem WithTaxi(ProblemBuilder builder) =>
        builder.With(p => p with { Travel = p.Travel with { TaxiCallPence = 300, TaxiMilePence = 200 } }).Build();
}
