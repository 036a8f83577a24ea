using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rota;

/// <summary>
/// Cost by worker, team, time band, travel and waiting, in thousandths of a penny. The worker earns £13.45 an hour, and on-cost is a
/// quarter: 1,681,250 an hour, and 28,020 for each minute of journey and wait.
/// </summary>
[TestFixture]
internal sealed class WorkerCostTests
{
    private const long Hour = 1_681_250;
    private const long Minute = 28_020;

    [Test]
    public void MilliPence_OneVisit_IsPayWithOnCost()
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00").Build();

        Assert.That(Laid.Out(problem, ("v1", "mon 07:00")).MilliPence, Is.EqualTo(Hour));
    }

    [Test]
    public void MilliPence_T12SameWorkerInTwoTeams_CostsWhatEachTeamPays()
    {
        RotaProblem problem = new ProblemBuilder().InTeam("north").Person("quin", team: "north")
            .Worker("ann", w => w with { Teams = [.. w.Teams, new Membership { Team = new TeamId("north"), PencePerHour = 1_500 }] })
            .Visit("v1", "mon 07:00")
            .Visit("v2", "mon 08:00", person: "quin")
            .Build();

        WorkerTimeline week = Laid.Out(problem, ("v1", "mon 07:00"), ("v2", "mon 08:00"));

        Assert.That(week.Items.ToArray().Select(item => item.Charged), Is.EqualTo([Hour, 1_875_000]));
    }

    // A tenth more from Saturday 10:00 to 12:00 and all of Sunday.
    [TestCase("sat 08:00", 1_681_250)]
    [TestCase("sat 09:30", 1_765_312)]
    [TestCase("sat 10:00", 1_849_375)]
    [TestCase("sat 23:45", 1_807_343)]
    [TestCase("sun 12:00", 1_849_375)]
    public void MilliPence_TimeBand_AddsItsPremiumToTheMinutesInIt(string start, long cost)
    {
        RotaProblem problem = new ProblemBuilder()
            .With(p => p with { PayBands = [Band(IsoDayOfWeek.Saturday, 10, 12), Band(IsoDayOfWeek.Sunday, 0, 0)] })
            .Worker("ann")
            .Visit("v1", start)
            .Build();

        Assert.That(Laid.Out(problem, ("v1", start)).MilliPence, Is.EqualTo(cost));
    }

    [Test]
    public void MilliPence_SleepoverPay_IsAShareOfBasicPay()
    {
        RotaProblem problem = new ProblemBuilder().Parameter(ParameterKeys.SleepoverPayPermille, 600).Worker("ann")
            .Visit("sleep", "sat 22:00", v => v with { Kind = VisitKind.Sleepover }, minutes: 540)
            .Build();

        Assert.That(Laid.Out(problem, ("sleep", "sat 22:00")).MilliPence, Is.EqualTo(9 * Hour * 600 / 1000));
    }

    // Half an hour by car, 13 km at 45 p a mile; then a wait of a quarter of an hour, or an unpaid hour.
    [TestCase("mon 08:45", 45)]
    [TestCase("mon 09:30", 30)]
    public void MilliPence_JourneyAndWait_AreChargedToTheVisitTheyLeadTo(string second, int paidMinutes)
    {
        RotaProblem problem = TownAndHill(second);

        WorkerTimeline week = Laid.Out(problem, ("v1", "mon 07:00"), ("v2", second));

        Assert.That(week.Items.ToArray().Select(item => item.Charged), Is.EqualTo([Hour, Hour + (paidMinutes * Minute) + 363_579]));
        Assert.That((week.MilliPence, week.DrivenMetres), Is.EqualTo((week.Items.ToArray().Sum(item => item.Charged), 13_000)));
    }

    [Test]
    public void MilliPence_TopUp_CostsTheProviderAndNoFund()
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00", minutes: 20).Build();

        WorkerTimeline week = Laid.Out(problem, ("v1", "mon 07:00"));

        Assert.That(week.Items.ToArray().Single().Charged, Is.EqualTo(560_416));
        Assert.That(week.MilliPence, Is.EqualTo(560_416 + (40 * Minute)));
    }

    // On-cost rises from 25 % to 30 % on Monday 23 November; a correction of the new rate, known later, wins over it.
    [TestCase(16, 1_681_250)]
    [TestCase(23, 1_761_950)]
    public void MilliPence_T31ChangeFromADate_CostsMoreOnlyFromThen(int monday, long cost)
    {
        RuleParameter old = TestTerms.Parameter(ParameterKeys.OnCostPermille, 1_250);
        RuleParameter late = old with { ValidFrom = new LocalDate(2026, 11, 23), KnownFrom = new LocalDate(2026, 11, 1), Value = 1_300 };
        RotaProblem problem = new ProblemBuilder(new LocalDate(2026, 11, monday))
            .With(p => p with
            {
                Parameters =
                [
                    .. p.Parameters.Where(parameter => parameter.Key != ParameterKeys.OnCostPermille),
                    late with { KnownFrom = new LocalDate(2026, 11, 12), Value = 1_310 },
                    late,
                    old with { ValidTo = new LocalDate(2026, 11, 22) },
                ],
            })
            .Worker("ann")
            .Visit("v1", "mon 07:00")
            .Build();

        Assert.That(Laid.Out(problem, ("v1", "mon 07:00")).MilliPence, Is.EqualTo(cost));
    }

    [Test]
    public void MilliPence_MileageRises_CostsMoreByTheMile()
    {
        WorkerTimeline before = Laid.Out(TownAndHill("mon 08:30", 25), ("v1", "mon 07:00"), ("v2", "mon 08:30"));
        WorkerTimeline after = Laid.Out(TownAndHill("mon 08:30", 40), ("v1", "mon 07:00"), ("v2", "mon 08:30"));

        Assert.That(before.Problem.Travel.MilliPence(before.Gaps[0].Journey), Is.EqualTo(13_000L * 25 * 1000 / TravelTable.MetresPerMile));
        Assert.That(after.MilliPence - before.MilliPence, Is.EqualTo(323_182 - 201_988));
    }

    private static PayBand Band(IsoDayOfWeek day, int from, int to) =>
        new() { Name = $"{day}", Day = day, From = new LocalTime(from, 0), To = new LocalTime(to, 0), PremiumPermille = 100 };

    private static RotaProblem TownAndHill(string second, int mileagePence = 45) => new ProblemBuilder().At("hill", 10_000, 0).Person("quin", home: "hill")
        .With(p => p with { Travel = p.Travel with { MileagePence = mileagePence } })
        .Worker("ann")
        .Visit("v1", "mon 07:00")
        .Visit("v2", second, person: "quin")
        .Build();
}
