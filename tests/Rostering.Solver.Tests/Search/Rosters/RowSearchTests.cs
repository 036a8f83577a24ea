using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

[TestFixture]
internal sealed class RowSearchTests
{
    private const double HardWeight = 1000;

    [TestCase(0, 7)]
    [TestCase(4, 7)]
    [TestCase(0, 3)]
    public void TryImprove_AnyRowAndPrices_FindsTheBestOfAllRows(int from, int to) => AnyRoster.ForAnySeed(seed =>
    {
        AnyRoster any = new(new Random(seed));
        RosterProblem problem = Unlimited(any.Problem(people: 1, days: 8, shifts: 3), windowed: to - from < 7);
        byte[] row = any.Roster(problem);
        double[] prices = [.. Enumerable.Range(0, (to - from + 1) * 3).Select(i => (i * 7919 % 23) - 10.0)];
        double least = Rows(row, from, to).Min(candidate => Cost(problem, candidate, from, to, prices));
        byte[] found = [.. row];

        bool improved = new RowSearch(problem, HardWeight).TryImprove(0, found, from, to, prices, Cost(problem, row, from, to, prices) + 0.5);

        Assert.That(improved);
        Assert.That(Cost(problem, found, from, to, prices), Is.EqualTo(least));
        Assert.That(found[..from].Concat(found[(to + 1)..]), Is.EqualTo(row[..from].Concat(row[(to + 1)..])));
    });

    [Test]
    public void TryImprove_LimitThatNothingMeets_LeavesTheRow()
    {
        AnyRoster any = new(new Random(2));
        RosterProblem problem = Unlimited(any.Problem(people: 1, days: 8, shifts: 3), windowed: false);
        byte[] row = any.Roster(problem);
        byte[] kept = [.. row];

        bool improved = new RowSearch(problem, HardWeight).TryImprove(0, row, 0, 7, new double[24], -1);

        Assert.That(improved, Is.False);
        Assert.That(row, Is.EqualTo(kept));
    }

    // Limits of single shifts are kept by a heuristic, and runs of weekends need the whole row; cells cost what the prices say.
    private static RosterProblem Unlimited(RosterProblem problem, bool windowed)
    {
        RosterContract contract = problem.Contracts[0];
        return new RosterProblem
        {
            Days = problem.Days,
            Shifts = problem.Shifts,
            CellCosts = new long[problem.CellCosts.Length],
            Cover = problem.Cover,
            Contracts =
            [
                new RosterContract
                {
                    Patterns = contract.Patterns,
                    WorkRuns = contract.WorkRuns,
                    OffRuns = contract.OffRuns,
                    Weekends = windowed ? contract.Weekends with { Runs = RunRule.Free } : contract.Weekends,
                    Amount = contract.Amount with { OverCost = contract.Amount.OverCost % LevelCost.OneHard },
                },
            ],
        };
    }

    private static IEnumerable<byte[]> Rows(byte[] row, int from, int to)
    {
        int count = (int)Math.Pow(3, to - from + 1);
        for (int code = 0; code < count; code++)
        {
            byte[] candidate = [.. row];
            for (int day = from, rest = code; day <= to; day++, rest /= 3)
            {
                candidate[day] = (byte)(rest % 3);
            }

            yield return candidate;
        }
    }

    private static double Cost(RosterProblem problem, byte[] row, int from, int to, double[] prices)
    {
        long cost = PlainCost.OfRow(problem, 0, row);
        return (LevelCost.Hard(cost) * HardWeight) + LevelCost.Soft(cost) + Enumerable.Range(from, to - from + 1).Sum(day => prices[((day - from) * 3) + row[day]]);
    }
}
