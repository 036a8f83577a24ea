using Rostering.SolverBenchmarks.Sets.Inrc1;

namespace Rostering.SolverBenchmarks.Tests.Inrc1;

public sealed class InrcScoreTests
{
    private const int O = -1;
    private const int D = 0;
    private const int N = 1;

    [TestCase("(1|7|3)", "assignments above the most", new[] { D, D, D, D, O, O, O }, 7)]
    [TestCase("(0|7|3)", "a limit switched off", new[] { D, D, D, D, O, O, O }, 0)]
    public void Of_MostAssignments_CostsEachAbove(string limit, string what, int[] row, long cost) => Assert.That(Cost(row, limits: (0, limit)), Is.EqualTo(cost), what);

    [TestCase(1, "(1|5|4)", 10, Description = "two assignments too few")]
    [TestCase(2, "(1|5|1)", 5, Description = "a run of work a day too long")]
    [TestCase(3, "(1|5|3)", 5, Description = "a run of work a day too short")]
    [TestCase(4, "(1|5|2)", 5, Description = "a run of days off a day too long")]
    [TestCase(5, "(1|5|3)", 5, Description = "a run of days off a day too short; the run at the start is short too")]
    public void Of_LimitOfARow_CostsEachUnitBeyond(int limit, string value, long unit)
    {
        // Monday to Sunday: two days of work between two and three days off.
        long cost = Cost([O, O, D, D, O, O, O], limits: (limit, value));

        Assert.That(cost, Is.EqualTo(unit));
    }

    [TestCase(new[] { O, O, O, O, O, D, D }, 0)]
    [TestCase(new[] { O, O, O, O, O, D, O }, 3)]
    [TestCase(new[] { O, O, O, O, O, O, D }, 3)]
    public void Of_WeekendOfTwoDays_CostsTheDayLeftOut(int[] row, long cost) => Assert.That(Cost(row, complete: "(1|3)"), Is.EqualTo(cost));

    [TestCase(new[] { O, O, O, O, D, D, O }, 3)]
    [TestCase(new[] { O, O, O, O, D, O, D }, 12)]
    [TestCase(new[] { O, O, O, O, O, D, O }, 6)]
    [TestCase(new[] { O, O, O, O, O, O, D }, 6)]
    public void Of_WeekendOfThreeDays_CostsWhatLiesAtItsSidesAndGapsMore(int[] row, long cost) =>
        Assert.That(Cost(row, complete: "(1|3)", weekend: "FridaySaturdaySunday"), Is.EqualTo(cost));

    [TestCase(new[] { O, O, O, O, O, D, D }, 0)]
    [TestCase(new[] { O, O, O, O, O, D, N }, 4)]
    [TestCase(new[] { O, O, O, O, O, D, O }, 2)]
    public void Of_DifferentShiftsOnAWeekend_CostsForEachShiftTheDaysWithoutIt(int[] row, long cost) => Assert.That(Cost(row, identical: "(1|2)"), Is.EqualTo(cost));

    [TestCase(new[] { O, O, O, O, N, O, O }, 5)]
    [TestCase(new[] { O, O, O, O, N, O, D }, 0)]
    [TestCase(new[] { O, O, O, O, D, O, O }, 0)]
    public void Of_NightBeforeAFreeWeekend_CostsItsWeight(int[] row, long cost) => Assert.That(Cost(row, night: "(1|5)"), Is.EqualTo(cost));

    [TestCase(new[] { N, D, O, O, O, O, O }, 5)]
    [TestCase(new[] { N, O, D, O, O, O, O }, 5)]
    [TestCase(new[] { N, N, O, O, O, O, O }, 0)]
    [TestCase(new[] { N, O, O, D, O, O, O }, 0)]
    public void Of_WorkSoonAfterANight_CostsItsWeight(int[] row, long cost) => Assert.That(Cost(row, afterNight: "(1|5)"), Is.EqualTo(cost));

    [Test]
    public void Of_ShiftWithoutTheSkill_CostsItsWeight() => Assert.That(Cost([N, O, O, O, O, O, O], skill: "(1|6)"), Is.EqualTo(6));

    [TestCase(new[] { N, D, O, O, O, O, O }, 2)]
    [TestCase(new[] { O, O, O, O, O, D, D }, 3)]
    [TestCase(new[] { O, O, O, O, D, D, D }, 0)]
    [TestCase(new[] { O, O, O, O, O, D, O }, 0)]
    public void Of_UnwantedPattern_CostsItsWeight(int[] row, long cost) => Assert.That(Cost(row, unwanted: "2, 0 1"), Is.EqualTo(cost));

    [Test]
    public void Of_WishesNotMet_CostTheirWeights()
    {
        InrcInstance instance = Read() with
        {
            Requests = [new(0, 0, null, On: false, 1), new(0, 1, null, On: true, 2), new(0, 2, D, On: false, 4), new(0, 3, D, On: true, 8)],
        };

        Assert.Multiple(() =>
        {
            Assert.That(InrcScore.Of(instance, [[D, O, D, N, O, O, O]]).Cost, Is.EqualTo(15));
            Assert.That(InrcScore.Of(instance, [[O, N, N, D, O, O, O]]).Cost, Is.Zero);
        });
    }

    [Test]
    public void Of_CoverNotExact_CountsEachPlace() => Assert.That(InrcScore.Of(Read(), [[D, D, N, O, O, O, O]]).Violations, Is.EqualTo(1 + 1));

    private static long Cost(
        int[] row, (int Index, string Value)? limits = null, string complete = "(0|0)", string identical = "(0|0)", string night = "(0|0)",
        string afterNight = "(0|0)", string skill = "(0|0)", string weekend = "SaturdaySunday", string unwanted = "0,")
    {
        string[] values = [.. Enumerable.Repeat("(0|0|0)", 9)];
        if (limits is var (index, value))
        {
            values[index] = value;
        }

        string contract = $"0, only, (1|1), {string.Join(", ", values)}, {weekend}, {complete}, {identical}, {night}, {afterNight}, {skill}, {unwanted};";
        return InrcScore.Of(Read(contract), [row]).Cost;
    }

    private static InrcInstance Read(string contract = "0, only, (1|1), (0|0|0), (0|0|0), (0|0|0), (0|0|0), (0|0|0), (0|0|0), (0|0|0), (0|0|0), (0|0|0), SaturdaySunday, (0|0), (0|0), (0|0), (0|0), (0|0), 0,;") =>
        InrcReader.Read($"""
            SCHEDULING_PERIOD;
            one week, 2024-01-01, 2024-01-07;
            SKILLS = 2;
            Nurse;
            HeadNurse;
            SHIFT_TYPES = 2;
            D, Day, 08:30:00, 16:30:00, 1, Nurse;
            N, Night, 22:30:00, 06:30:00, 1, HeadNurse;
            CONTRACTS = 1;
            {contract}
            PATTERNS = 2;
            0, 2, 2 (N|Any) (D|Any);
            1, 3, 3 (None|Friday) (Any|Saturday) (Any|Sunday);
            EMPLOYEES 1;
            0, 0, 0, 1, Nurse;
            DAY_OF_WEEK_COVER = 1;
            Monday, D, 1;
            DATE_SPECIFIC_COVER = 1;
            2024-01-02, D, 2;
            DAY_OFF_REQUESTS = 0;
            DAY_ON_REQUESTS = 0;
            SHIFT_OFF_REQUESTS = 0;
            SHIFT_ON_REQUESTS = 0;
            """);
}
