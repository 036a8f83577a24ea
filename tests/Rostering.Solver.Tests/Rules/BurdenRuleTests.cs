using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Burden;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class BurdenRuleTests
{
    // A wait of 30 minutes is paid, and a gap of 6 hours ends the duty.
    [TestCase("mon 08:30", 0)]
    [TestCase("mon 08:31", 1)]
    [TestCase("mon 13:59", 1)]
    [TestCase("mon 14:00", 0)]
    public void Check_TwoVisits_CountsASplitBetween(string second, long splits)
    {
        var problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00").Visit("v2", second).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", second, "ann")).Amount(BurdenRule.Split), Is.EqualTo(splits));
    }

    // The first visit is an hour from 07:00; 750 minutes paid of 1,000 tied up are worth it.
    [TestCase("mon 08:00", 60, 0)]
    [TestCase("mon 09:00", 120, 0)]
    [TestCase("mon 09:00", 60, 15)]
    [TestCase("mon 11:00", 60, 105)]
    public void Check_DutyWithASplit_CountsMinutesShortOfWorthIt(string second, int minutes, long lacking)
    {
        var problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00").Visit("v2", second, minutes: minutes).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", second, "ann")).Amount(BurdenRule.TiedUp), Is.EqualTo(lacking));
    }

    // 10 km is half an hour each way: an hour of pay for two hours of a day.
    [TestCase(500, 0)]
    [TestCase(750, 30)]
    [TestCase(751, 31)]
    public void Check_LongWayForOneHour_CountsTheWayAndRoundsUp(long wantedPermille, long lacking)
    {
        var problem = new ProblemBuilder().At("far", 10_000, 0)
            .Worker("ann", home: "far")
            .Visit("v1", "mon 07:00")
            .Parameter(ParameterKeys.PaidOverTiedUpPermilleWanted, wantedPermille)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann")).Amount(BurdenRule.TiedUp), Is.EqualTo(lacking));
    }

    [TestCase("mon", 0)]
    [TestCase("mon tue wed thu fri", 0)]
    [TestCase("mon tue wed thu fri sat", 1)]
    [TestCase("mon tue wed thu fri sat sun", 2)]
    public void Check_DaysWorked_CountsDaysOffShortOfTwo(string days, long lacking)
    {
        string[] worked = days.Split(' ');
        var builder = new ProblemBuilder().Worker("ann");
        foreach (string day in worked)
        {
            builder.Visit(day, $"{day} 10:00");
        }

        var rota = CheckedRota.Of(builder.Build(), [.. worked.Select(day => (day, $"{day} 10:00", "ann"))]);

        Assert.That(rota.Amount(BurdenRule.DayOff), Is.EqualTo(lacking));
    }

    [TestCase("mon 22:00", 120, 0)]
    [TestCase("mon 22:00", 121, 1)]
    [TestCase("sun 22:00", 540, 0)]
    public void Check_NightPastMidnight_TouchesBothDays(string start, int minutes, long lacking)
    {
        var problem = new ProblemBuilder().Worker("ann").Visit("v1", start, minutes: minutes).Parameter(ParameterKeys.ClearDaysOffWanted, 6).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", start, "ann")).Amount(BurdenRule.DayOff), Is.EqualTo(lacking));
    }

    [Test]
    public void Check_WorkForOthers_TakesADayOffToo()
    {
        var problem = new ProblemBuilder()
            .Worker("ann", w => w with { OutsideWork = [TestWeek.Span("tue 09:00", "fri 17:00")] })
            .Visit("mon", "mon 10:00")
            .Visit("sat", "sat 10:00")
            .Build();

        var rota = CheckedRota.Of(problem, ("mon", "mon 10:00", "ann"), ("sat", "sat 10:00", "ann"));

        Assert.That(rota.Amount(BurdenRule.DayOff), Is.EqualTo(1));
    }

    // A fair share is 60 minutes a week; four weeks before this one may have held 240.
    [TestCase(0, 60)]
    [TestCase(240, 60)]
    [TestCase(270, 90)]
    [TestCase(500, 120)]
    public void Check_UnsocialHours_CountsMinutesBeyondAFairShareOfRecentWeeks(int before, long beyond)
    {
        var problem = new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { UnsocialMinutes = before } })
            .Visit("v1", "sat 10:00", minutes: 120)
            .Visit("v2", "mon 10:00", minutes: 120)
            .With(p => p with { PayBands = [Saturday()] })
            .Parameter(ParameterKeys.UnsocialFairMinutes, 60)
            .Build();

        var rota = CheckedRota.Of(problem, ("v1", "sat 10:00", "ann"), ("v2", "mon 10:00", "ann"));

        Assert.That(rota.Amount(BurdenRule.Unsocial), Is.EqualTo(beyond));
    }

    [TestCase("bob", 0)]
    [TestCase("ann", 3)]
    public void Check_VisitNewlyGiven_CountsRecentAsks(string worker, long asks)
    {
        var problem = Asked().Published("mon 00:00", ("v1", "mon 07:00", "bob")).Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", worker)).Amount(BurdenRule.RecentAsk), Is.EqualTo(asks));
    }

    [Test]
    public void Check_NothingPublishedYet_AsksNobody()
    {
        Assert.That(CheckedRota.Of(Asked().Build(), ("v1", "mon 07:00", "ann")).Amount(BurdenRule.RecentAsk), Is.Zero);
    }

    [Test]
    public void Check_HardWeek_SaysSoInWords()
    {
        var problem = Asked()
            .Visit("v2", "mon 11:00")
            .Visit("v3", "sat 10:00", minutes: 120)
            .With(p => p with { PayBands = [Saturday()] })
            .Parameter(ParameterKeys.UnsocialFairMinutes, 60)
            .Parameter(ParameterKeys.ClearDaysOffWanted, 6)
            .Published("mon 00:00", ("v2", "mon 11:00", "ann"), ("v3", "sat 10:00", "ann"))
            .Build();

        var rota = CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", "mon 11:00", "ann"), ("v3", "sat 10:00", "ann"));

        Assert.That(new BurdenRule().Terms.SelectMany(rota.Sentences), Is.EqualTo(new[]
        {
            "ann's duty from Mon 07:00 has 1 split.",
            "ann's duty from Mon 07:00 ties up 5 h and pays 2 h, 1 h 45 short of being worth its while.",
            "ann has 5 clear days off this week, 6 wanted.",
            "ann has 2 h of evenings, nights and weekends this week; a fair share is 1 h.",
            "ann is newly asked for visit v1 to pat, after 3 asks in the last four weeks.",
        }));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsAsync(BusyWeek.Problem(), new BurdenRule(), () => new BurdenEncoding(), seed: seed);

    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_AgreesWithTheChecker(int seed) =>
        await EncodingAgreement.HoldsInPartAsync(BusyWeek.Problem(), new BurdenRule(), () => new BurdenEncoding(), seed: seed);

    private static ProblemBuilder Asked() => new ProblemBuilder()
        .Worker("ann", w => w with { History = w.History with { RecentAsks = 3 } })
        .Worker("bob", w => w with { History = w.History with { RecentAsks = 5 } })
        .Visit("v1", "mon 07:00");

    private static PayBand Saturday() => new()
    {
        Name = "Saturday",
        Day = IsoDayOfWeek.Saturday,
        From = LocalTime.Midnight,
        To = LocalTime.Midnight,
        PremiumPermille = 0,
        Unsocial = true,
    };
}
