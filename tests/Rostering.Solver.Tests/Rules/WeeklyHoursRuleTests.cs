using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.WeeklyHours;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class WeeklyHoursRuleTests
{
    // 48 hours in each of the last 16 weeks leave 48 hours for this one; half an hour less in each leaves 56.
    [TestCase(16 * 48 * 60, 5, 600, 120)]
    [TestCase(16 * 48 * 60, 5, 576, 0)]
    [TestCase(16 * 48 * 60, 5, 577, 5)]
    [TestCase(16 * (48 * 60 - 30), 5, 600, 0)]
    [TestCase(17 * 48 * 60, 1, 60, 60)]
    public void Check_AverageOverSeventeenWeeks_BoundsThisWeek(long worked, int days, int minutes, long over) =>
        Assert.That(Check(days, minutes, ann => ann with { History = ann.History with { WorkedMinutes = worked } }).Amount(WeeklyHoursRule.MinutesOver), Is.EqualTo(over));

    [Test]
    public void Check_OptedOut_HasNoLimit() => Assert.That(
        Check(5, 700, ann => Tired(ann) with { Contract = ann.Contract with { OptedOutOf48Hours = true } }).Amount(WeeklyHoursRule.MinutesOver), Is.Zero);

    [TestCase(480, 0)]
    [TestCase(500, 100)]
    public void Check_SeventeenYearOld_HasFortyHoursAndNoOptOut(int minutes, long over)
    {
        CheckedRota rota = Check(5, minutes, ann => ann with { BirthDate = new LocalDate(2009, 6, 1), Contract = ann.Contract with { OptedOutOf48Hours = true } });

        Assert.That(rota.Amount(WeeklyHoursRule.MinutesOver), Is.EqualTo(over));
    }

    // 50 hours for others: more than the limit already.
    [TestCase(0, 0)]
    [TestCase(1, 60)]
    [TestCase(5, 300)]
    public void Check_OtherWorkOverTheLimit_BreaksNothingUnlessWeAdd(int days, long over) =>
        Assert.That(Check(days, 60, ann => Tired(ann) with { OutsideWork = Evenings(600) }).Amount(WeeklyHoursRule.MinutesOver), Is.EqualTo(over));

    [Test]
    public void Check_TooManyHours_SaysWhatOtherWorkTakes() => Assert.That(
        Check(5, 420, ann => Tired(ann) with { OutsideWork = Evenings(180) }).Sentences(WeeklyHoursRule.MinutesOver),
        Is.EqualTo(["ann works 50 h this week, 15 h of it for others, may work 48 h."]));

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker()
    {
        RotaProblem problem = Week(5, 540, ann => Tired(ann) with { OutsideWork = Evenings(120) });
        return EncodingAgreement.HoldsBothWaysAsync(
            problem with { Workers = problem.Workers.Add(Tired(problem.Workers[0]) with { Id = new WorkerId("bob"), OutsideWork = Evenings(600) }) },
            new WeeklyHoursRule(), () => new WeeklyHoursEncoding());
    }

    private static Worker Tired(Worker worker) => worker with { History = worker.History with { WorkedMinutes = 16 * 48 * 60 } };

    private static ImmutableArray<LocalInterval> Evenings(int minutes) =>
        [.. Enumerable.Range(0, 5).Select(day => TestWeek.Monday.PlusDays(day).At(new LocalTime(20, 0))).Select(from => new LocalInterval(from, from.PlusMinutes(minutes)))];

    private static CheckedRota Check(int days, int minutes, Func<Worker, Worker> ann) => CheckedRota.Of(
        Week(days, minutes, ann), [.. TestWeek.Days.Take(days).Select(day => (day, $"{day} 07:00", "ann"))]);

    private static RotaProblem Week(int days, int minutes, Func<Worker, Worker> ann)
    {
        var builder = new ProblemBuilder().Worker("ann", ann);
        foreach (string day in TestWeek.Days.Take(days))
        {
            builder.Visit(day, $"{day} 07:00", minutes: minutes);
        }

        return builder.Build();
    }
}
