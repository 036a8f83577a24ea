using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.YoungWorker;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class YoungWorkerRuleTests
{
    [TestCase("mon 21:00", 60, 0)]
    [TestCase("mon 21:30", 60, 30)]
    [TestCase("mon 05:30", 90, 30)]
    [TestCase("mon 06:00", 60, 0)]
    [TestCase("mon 21:00", 600, 480 + 120)]
    public void Check_HoursClosedToSixteenAndSeventeen_CountsMinutesInThem(string start, int minutes, long over) =>
        Assert.That(One(start, minutes).Amount(YoungWorkerRule.MinutesOver), Is.EqualTo(over));

    [TestCase(480, 0)]
    [TestCase(481, 1)]
    public void Check_Day_HasEightHours(int minutes, long over) => Assert.That(One("mon 08:00", minutes).Amount(YoungWorkerRule.MinutesOver), Is.EqualTo(over));

    // The week begins on 16 November 2026.
    [TestCase(2008, 11, 16, 0)]
    [TestCase(2008, 11, 17, 60)]
    public void Check_EighteenthBirthday_EndsTheLimits(int year, int month, int day, long over) =>
        Assert.That(One("mon 22:00", 60, new LocalDate(year, month, day)).Amount(YoungWorkerRule.MinutesOver), Is.EqualTo(over));

    [Test]
    public void Check_Describe_SaysWhichLimit()
    {
        Assert.That(
            One("mon 21:30", 60).Sentences(YoungWorkerRule.MinutesOver),
            Is.EqualTo(["ann is 17, and 30 min of visit v1 to pat at Mon 21:30 lie in the hours closed to that age."]));
        Assert.That(One("mon 08:00", 500).Sentences(YoungWorkerRule.MinutesOver), Is.EqualTo(["ann is 17 and works 8 h 20 from Mon 08:00, may work 8 h a day."]));
    }

    // When the clocks go back, 22:00 to 06:00 is nine hours.
    [Test]
    public void Check_NightOnWhichTheClocksGoBack_IsClosedForNineHours()
    {
        RotaProblem problem = new ProblemBuilder(new LocalDate(2026, 10, 19)).Worker("ann", w => w with { BirthDate = new LocalDate(2009, 6, 1) })
            .Visit("v1", "sat 21:00", minutes: 660)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("v1", "sat 21:00", "ann")).Amount(YoungWorkerRule.MinutesOver), Is.EqualTo(540 + 180));
    }

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder().At("hill", 10_000, 0).Person("quin", home: "hill")
            .Worker("ann", w => w with { BirthDate = new LocalDate(2009, 6, 1) })
            .Worker("bob")
            .Visit("v1", "mon 05:30", window: 60)
            .Visit("v2", "mon 08:00", minutes: 200, window: 15, person: "quin")
            .Visit("v3", "mon 12:00", minutes: 240, window: 60)
            .Visit("v4", "mon 20:30", window: 60)
            .Build(),
        new YoungWorkerRule(), () => new YoungWorkerEncoding(new YoungWorkerRule()));

    private static CheckedRota One(string start, int minutes, LocalDate? birth = null)
    {
        RotaProblem problem = new ProblemBuilder().Worker("ann", w => w with { BirthDate = birth ?? new LocalDate(2009, 6, 1) }).Visit("v1", start, minutes: minutes).Build();
        return CheckedRota.Of(problem, ("v1", start, "ann"));
    }
}
