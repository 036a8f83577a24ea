using Rostering.Solver.Problem;
using Rostering.Solver.Rules.SplitShift;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class SplitShiftRuleTests
{
    [TestCase("mon 07:00,mon 08:30,mon 10:00", 0)]
    [TestCase("mon 07:00,mon 08:31,mon 10:00", 0)]
    [TestCase("mon 07:00,mon 09:00,mon 11:00", 1)]
    [TestCase("mon 07:00,mon 09:00,mon 11:00,mon 13:00", 2)]
    [TestCase("mon 07:00,mon 09:00,mon 16:00,mon 18:00", 0)]
    public void Check_VisitsOfADay_AllowOneSplit(string starts, long over) => Assert.That(Visits(starts.Split(',')).Amount(SplitShiftRule.SplitsOver), Is.EqualTo(over));

    [TestCase(4, 0)]
    [TestCase(5, 1)]
    [TestCase(7, 3)]
    public void Check_SplitDays_AllowFourAWeek(int days, long over) => Assert.That(
        Visits([.. TestWeek.Days.Take(days).SelectMany(day => (string[])[$"{day} 07:00", $"{day} 10:00"])]).Amount(SplitShiftRule.SplitsOver), Is.EqualTo(over));

    [Test]
    public void Check_T07CinemaWithAnHourAndAHalfBetween_IsNoSplit()
    {
        RotaProblem problem = new ProblemBuilder().Parameter(ParameterKeys.SplitsPerDayMax, 0).Worker("ann")
            .Visit("there", "sat 13:00", v => v with { Outing = "cinema" }, minutes: 180)
            .Visit("back", "sat 17:30", v => v with { Outing = "cinema" }, minutes: 180)
            .Build();

        Assert.That(CheckedRota.Of(problem, ("there", "sat 13:00", "ann"), ("back", "sat 17:30", "ann")).Amount(SplitShiftRule.SplitsOver), Is.Zero);
    }

    [Test]
    public void Check_TooManySplits_SaysInTheDutyOrInTheWeek()
    {
        Assert.That(
            Visits("mon 07:00", "mon 09:00", "mon 11:00").Sentences(SplitShiftRule.SplitsOver),
            Is.EqualTo(["ann has 2 splits in the duty from Mon 07:00, may have 1."]));
        Assert.That(
            Visits([.. TestWeek.Days.SelectMany(day => (string[])[$"{day} 07:00", $"{day} 10:00"])]).Sentences(SplitShiftRule.SplitsOver),
            Is.EqualTo(["ann has 7 splits this week, may have 4."]));
    }

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder().Parameter(ParameterKeys.SplitsPerWeekMax, 2)
            .Worker("ann")
            .Worker("bob", w => w with { OutsideWork = [TestWeek.Span("mon 08:15", "mon 08:45")] })
            .Visit("v1", "mon 07:00", window: 15)
            .Visit("v2", "mon 08:45", window: 30)
            .Visit("v3", "mon 11:00", v => v with { Outing = "swim" }, window: 30)
            .Visit("v4", "mon 14:00", v => v with { Outing = "swim" }, window: 30)
            .Visit("v5", "tue 07:00", window: 15)
            .Visit("v6", "tue 08:30", window: 30)
            .Visit("v7", "tue 11:00")
            .Build(),
        new SplitShiftRule(), () => new SplitShiftEncoding(), samples: 40);

    // Visits of an hour, all by one worker.
    private static CheckedRota Visits(params string[] starts)
    {
        var builder = new ProblemBuilder().Worker("ann");
        for (int i = 0; i < starts.Length; i++)
        {
            builder.Visit($"v{i}", starts[i]);
        }

        return CheckedRota.Of(builder.Build(), [.. starts.Select((start, i) => ($"v{i}", start, "ann"))]);
    }
}
