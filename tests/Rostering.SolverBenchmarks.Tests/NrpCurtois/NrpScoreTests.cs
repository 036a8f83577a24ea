using Rostering.SolverBenchmarks.Sets.NrpCurtois;

namespace Rostering.SolverBenchmarks.Tests.NrpCurtois;

public sealed class NrpScoreTests
{
    private const int O = -1;
    private const int E = 0;
    private const int L = 1;

    // Two weeks, early shifts not after late ones; one person: at most 3 lates, 8 to 10 shifts, runs of 2 to 5, 2 days off, 1 weekend, day 0 off.
    internal const string Text = """
        SECTION_HORIZON
        14
        SECTION_SHIFTS
        E,480,
        L,480,E
        SECTION_STAFF
        # ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutiveShifts, MinConsecutiveShifts, MinConsecutiveDaysOff, MaxWeekends
        A,E=14|L=3,4800,3840,5,2,2,1
        SECTION_DAYS_OFF
        A,0
        SECTION_SHIFT_ON_REQUESTS
        A,1,E,3
        SECTION_SHIFT_OFF_REQUESTS
        A,2,L,2
        SECTION_COVER
        3,E,2,100,1
        4,E,0,100,1
        """;

    private static readonly int[] Sound = [O, E, E, E, E, O, O, E, E, E, E, E, O, O];

    [Test]
    public void Of_RosterThatKeepsAll_CostsItsCoverAlone() => Assert.That(Score(Sound), Is.EqualTo(new NrpScore(100 + 1, 0)));

    [TestCase(1, L, 3, TestName = "Of_WishForAShiftNotMet_CostsItsWeight")]
    [TestCase(3, L, 100, TestName = "Of_OneMoreMissing_CostsItsWeight")]
    [TestCase(4, L, -1, TestName = "Of_NobodyTooMany_CostsNothing")]
    public void Of_OneCellChanged_CostsTheDifference(int day, int shift, long difference)
    {
        NrpScore changed = Score(With(Sound, (day, shift)));

        Assert.That(changed.Cost, Is.EqualTo(101 + difference));
    }

    [Test]
    public void Of_ShiftWishedAgainst_CostsItsWeight() =>
        Assert.That(Score(With(Sound, (2, L), (3, L), (4, L))), Is.EqualTo(new NrpScore(2 + 200, 0)));

    [Test]
    public void Of_EachHardRuleBroken_CountsIt()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Violations((1, L)), Is.EqualTo(1), "an early after a late");
            Assert.That(Violations((0, E)), Is.EqualTo(1), "a day off worked");
            Assert.That(Violations((8, L), (9, L), (10, L), (11, L)), Is.EqualTo(1), "a shift too often");
            Assert.That(Violations((1, O), (2, O)), Is.EqualTo(1), "too few minutes");
            Assert.That(Violations((12, E)), Is.EqualTo(1), "a run too long");
            Assert.That(Violations((5, E), (7, O), (9, O)), Is.EqualTo(2), "a run and days off too short");
            Assert.That(Score([E, E, O, O, E, E, O, O, E, E, O, O, E, E]).Violations, Is.EqualTo(2), "a day off and two weekends worked");
            Assert.That(Score([O, E, E, E, E, O, O, E, E, E, E, O, O, E]).Violations, Is.Zero, "runs at the ends are never too short");
        });
    }

    private static NrpScore Score(int[] row) => NrpScore.Of(NrpReader.Read(Text), [row]);

    private static int Violations(params (int Day, int Shift)[] changes) => Score(With(Sound, changes)).Violations;

    private static int[] With(int[] row, params (int Day, int Shift)[] changes)
    {
        int[] changed = [.. row];
        foreach ((int day, int shift) in changes)
        {
            changed[day] = shift;
        }

        return changed;
    }
}
