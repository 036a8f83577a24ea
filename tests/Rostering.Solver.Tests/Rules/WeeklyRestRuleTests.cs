using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.WeeklyRest;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class WeeklyRestRuleTests
{
    [TestCase("mon tue wed thu fri sat sun", 1)]
    [TestCase("mon tue thu fri sat sun", 0)]
    [TestCase("tue wed thu fri sat sun", 0)]
    [TestCase("mon tue wed thu fri sat", 0)]
    [TestCase("", 0)]
    public void Check_OneDayEachWeek_NeedsTwentyFourHoursTogether(string days, long missing) =>
        Assert.That(Days(days, WeeklyRestForm.OneDayEachWeek).Amount(WeeklyRestRule.RestsMissing), Is.EqualTo(missing));

    // Two days due less those of last week; a gap of 48 hours counts twice.
    [TestCase("mon tue wed thu fri sat sun", 1, 1)]
    [TestCase("mon tue wed thu fri sat sun", 0, 2)]
    [TestCase("mon tue thu fri sat sun", 0, 1)]
    [TestCase("mon tue thu fri sun", 0, 0)]
    [TestCase("mon thu fri sat sun", 0, 0)]
    public void Check_TwoDaysEachFortnight_CountsThoseOfBothWeeks(string days, int lastWeek, long missing) => Assert.That(
        Days(days, WeeklyRestForm.TwoDaysEachFortnight, h => h with { SecondWeekOfFortnight = true, RestDaysLastWeek = lastWeek })
            .Amount(WeeklyRestRule.RestsMissing),
        Is.EqualTo(missing));

    [TestCase("mon tue thu fri sun", false, 1)]
    [TestCase("mon thu fri sat sun", false, 0)]
    [TestCase("mon tue wed thu fri sat sun", true, 0)]
    public void Check_TwoDaysTogetherEachFortnight_NeedsThemUnlessLastWeekHadThem(string days, bool lastWeek, long missing) => Assert.That(
        Days(days, WeeklyRestForm.TwoDaysTogetherEachFortnight, h => h with { SecondWeekOfFortnight = true, TwoDaysTogetherLastWeek = lastWeek })
            .Amount(WeeklyRestRule.RestsMissing),
        Is.EqualTo(missing));

    [TestCase(WeeklyRestForm.TwoDaysEachFortnight)]
    [TestCase(WeeklyRestForm.TwoDaysTogetherEachFortnight)]
    public void Check_FirstWeekOfTheFortnight_OwesNothingYet(WeeklyRestForm form) =>
        Assert.That(Days("mon tue wed thu fri sat sun", form, h => h with { RestDaysLastWeek = 0 }).Amount(WeeklyRestRule.RestsMissing), Is.Zero);

    [TestCase("mon tue thu fri sun", 1)]
    [TestCase("mon thu fri sat sun", 0)]
    public void Check_SeventeenYearOld_NeedsTwoDaysTogetherEachWeek(string days, long missing)
    {
        RotaProblem problem = Week(days, ann => ann with { BirthDate = new LocalDate(2009, 6, 1) });

        Assert.That(CheckedRota.Of(problem, Everyday(days)).Amount(WeeklyRestRule.RestsMissing), Is.EqualTo(missing));
    }

    [Test]
    public void Check_SevenDays_SaysWhatIsMissing() => Assert.That(
        Days("mon tue wed thu fri sat sun", WeeklyRestForm.OneDayEachWeek).Sentences(WeeklyRestRule.RestsMissing),
        Is.EqualTo(["ann has 0 rests of 24 h this week, needs 1."]));

    // Work for others every day from 12:00 to 13:00.
    [TestCase("", 0)]
    [TestCase("wed", 1)]
    public void Check_NoRestBecauseOfOtherWork_IsBrokenOnlyByWorkOfOurs(string days, long missing)
    {
        RotaProblem problem = Week(days, ann => ann with { OutsideWork = EveryNoon });

        Assert.That(CheckedRota.Of(problem, Everyday(days)).Amount(WeeklyRestRule.RestsMissing), Is.EqualTo(missing));
    }

    // The week in which the clocks go forward ends an hour early: from Saturday 23:30 to its end there are 23 hours and a half.
    [TestCase(2027, 3, 22, 1)]
    [TestCase(2027, 3, 29, 0)]
    public void Check_ShortSunday_HasNoDaysRestInIt(int year, int month, int day, long missing)
    {
        string[] days = ["mon", "tue", "wed", "thu", "fri", "sat"];
        var builder = new ProblemBuilder(new LocalDate(year, month, day)).Worker("ann");
        foreach (string name in days)
        {
            builder.Visit(name, $"{name} 23:00", minutes: 30);
        }

        CheckedRota rota = CheckedRota.Of(builder.Visit("first", "mon 00:30", minutes: 30).Build(), [("first", "mon 00:30", "ann"), .. days.Select(d => (d, $"{d} 23:00", "ann"))]);

        Assert.That(rota.Amount(WeeklyRestRule.RestsMissing), Is.EqualTo(missing));
    }

    [TestCase(WeeklyRestForm.OneDayEachWeek)]
    [TestCase(WeeklyRestForm.TwoDaysEachFortnight)]
    [TestCase(WeeklyRestForm.TwoDaysTogetherEachFortnight)]
    public Task Encoding_RandomRotas_AgreesWithTheChecker(WeeklyRestForm form)
    {
        RotaProblem problem = Week("mon tue wed thu fri sat sun", ann => Form(ann, form));
        return EncodingAgreement.HoldsBothWaysAsync(
            problem with { Workers = problem.Workers.Add(Form(problem.Workers[0], form) with { Id = new WorkerId("bob"), OutsideWork = EveryNoon }) },
            new WeeklyRestRule(), () => new WeeklyRestEncoding());
    }

    private static ImmutableArray<LocalInterval> EveryNoon =>
        [.. Enumerable.Range(0, 7).Select(day => TestWeek.Monday.PlusDays(day).At(new LocalTime(12, 0))).Select(noon => new LocalInterval(noon, noon.PlusHours(1)))];

    private static Worker Form(Worker worker, WeeklyRestForm form) => worker with
    {
        Contract = worker.Contract with { WeeklyRest = form },
        History = worker.History with { SecondWeekOfFortnight = true, RestDaysLastWeek = 0 },
    };

    private static CheckedRota Days(string days, WeeklyRestForm form, Func<WorkHistory, WorkHistory>? history = null) => CheckedRota.Of(
        Week(days, ann => ann with { Contract = ann.Contract with { WeeklyRest = form }, History = history?.Invoke(ann.History) ?? ann.History }),
        Everyday(days));

    // A visit from 10:00 to 11:00 on each of the days.
    private static RotaProblem Week(string days, Func<Worker, Worker> ann)
    {
        var builder = new ProblemBuilder().Worker("ann", ann);
        foreach (string day in Split(days))
        {
            builder.Visit(day, $"{day} 10:00");
        }

        return builder.Build();
    }

    private static (string, string, string)[] Everyday(string days) => [.. Split(days).Select(day => (day, $"{day} 10:00", "ann"))];

    private static string[] Split(string days) => days.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
