using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.NightWork;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class NightWorkRuleTests
{
    // Six days of eight hours in each of the last 16 weeks leave as much for this one.
    [TestCase(4, 0)]
    [TestCase(5, 120)]
    public void Check_NightWorkersWeek_KeepsTheAverage(int nights, long over) =>
        Assert.That(Nights(nights, Tired).Amount(NightWorkRule.MinutesOver), Is.EqualTo(over));

    [Test]
    public void Check_OptedOutOf48Hours_ChangesNothing() => Assert.That(
        Nights(5, w => Tired(w) with { Contract = NightWorker(w).Contract with { OptedOutOf48Hours = true } }).Amount(NightWorkRule.MinutesOver), Is.EqualTo(120));

    [Test]
    public void Check_NoNightWorker_HasNoSuchLimit() =>
        Assert.That(Nights(5, w => Tired(w) with { Contract = w.Contract }).Amount(NightWorkRule.MinutesOver), Is.Zero);

    [TestCase(0, 0)]
    [TestCase(1, 600)]
    public void Check_OtherWorkOverTheLimit_BreaksNothingUnlessWeAdd(int nights, long over) => Assert.That(
        Nights(nights, w => Tired(w) with { OutsideWork = [TestWeek.Span("wed 08:00", "fri 10:00")] }).Amount(NightWorkRule.MinutesOver), Is.EqualTo(over));

    [TestCase(true, true, 120)]
    [TestCase(true, false, 0)]
    [TestCase(false, true, 0)]
    public void Check_HazardByNight_HasAnAbsoluteLimitForNightWorkers(bool hazard, bool nightWorker, long over)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann", w => nightWorker ? NightWorker(w) : w)
            .Visit("v1", "mon 22:00", v => v with { Kind = VisitKind.WakingNight, SpecialHazard = hazard }, minutes: 600)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 22:00", "ann")).Amount(NightWorkRule.MinutesOver), Is.EqualTo(over));
    }

    // Eight hours with hazard, then a visit without; night time begins at 23:00.
    [TestCase("mon 14:00", "mon 22:00", 60, 0)]
    [TestCase("mon 14:00", "mon 22:00", 61, 61)]
    [TestCase("mon 06:00", "mon 14:00", 61, 0)]
    public void Check_HazardInADutyThatReachesTheNight_CountsTheWholeDuty(string first, string second, int minutes, long over)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann", NightWorker)
            .Visit("v1", first, v => v with { SpecialHazard = true }, minutes: 480)
            .Visit("v2", second, minutes: minutes)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", first, "ann"), ("v2", second, "ann")).Amount(NightWorkRule.MinutesOver), Is.EqualTo(over));
    }

    [Test]
    public void Check_HazardInTheLongNight_CountsTheHoursThatPass()
    {
        RotaProblem problem = new ProblemBuilder(new LocalDate(2026, 10, 19)).Worker("ann", NightWorker)
            .Visit("v1", "sat 22:00", v => v with { Kind = VisitKind.WakingNight, SpecialHazard = true }, minutes: 540)
            .Build();

        CheckedRota rota = CheckedRota.Of(problem, ("v1", "sat 22:00", "ann"));

        Assert.That(rota.Problem.Clock.Local(rota.Problem.Visits[0].Starts[0] + 540), Is.EqualTo(new LocalDateTime(2026, 10, 25, 6, 0)));
        Assert.That(rota.Sentences(NightWorkRule.MinutesOver), Is.EqualTo(["ann, a night worker, works 9 h from Sat 22:00 with special hazard by night, may work 8 h."]));
    }

    [Test]
    public void Check_TooManyHoursInTheWeek_SaysSo() =>
        Assert.That(Nights(5, Tired).Sentences(NightWorkRule.MinutesOver), Is.EqualTo(["ann, a night worker, works 50 h this week, may work 48 h."]));

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder()
            .Worker("ann", Tired)
            .Worker("bob", w => Tired(w) with { OutsideWork = [TestWeek.Span("wed 08:00", "fri 10:00")] })
            .Worker("cat", w => NightWorker(w) with { OutsideWork = [TestWeek.Span("sun 08:00", "sun 10:00")] })
            .Visit("v1", "mon 15:00", v => v with { SpecialHazard = true }, minutes: 300, window: 30)
            .Visit("v2", "mon 20:45", minutes: 120, window: 60)
            .Visit("v3", "tue 00:00", minutes: 300, window: 30)
            .Visit("v4", "sat 10:00", v => v with { SpecialHazard = true }, minutes: 700)
            .Visit("v5", "sat 22:00", v => v with { Kind = VisitKind.WakingNight }, minutes: 560)
            .Visit("v6", "sun 10:00", v => v with { SpecialHazard = true }, minutes: 480, window: 30)
            .Visit("v7", "sun 18:45", minutes: 480, window: 30)
            .Build(),
        new NightWorkRule(), () => new NightWorkEncoding(), samples: 40);

    private static Worker NightWorker(Worker worker) => worker with { Contract = worker.Contract with { NightWorker = true } };

    private static Worker Tired(Worker worker) => NightWorker(worker) with { History = worker.History with { WorkedMinutes = 16 * 6 * 480 } };

    // Waking nights of ten hours.
    private static CheckedRota Nights(int nights, Func<Worker, Worker> ann)
    {
        var builder = new ProblemBuilder().Worker("ann", ann);
        foreach (string day in TestWeek.Days.Take(nights))
        {
            builder.Visit(day, $"{day} 22:00", v => v with { Kind = VisitKind.WakingNight }, minutes: 600);
        }

        return CheckedRota.Of(builder.Build(), [.. TestWeek.Days.Take(nights).Select(day => (day, $"{day} 22:00", "ann"))]);
    }
}
