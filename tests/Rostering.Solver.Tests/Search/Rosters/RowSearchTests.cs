using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

[TestFixture]
internal sealed class RowSearchTests
{
    [TestCase(0, 7)]
    [TestCase(4, 7)]
    [TestCase(0, 3)]
    public void TryImprove_AnyRowAndPrices_FindsTheBestOfAllRows(int from, int to) => AnyRoster.ForAnySeed(seed =>
    {
        AnyRoster any = new(new Random(seed));
        RosterProblem problem = AnyRoster.Unlimited(any.Problem(people: 1, days: 8, shifts: 3));
        byte[] row = any.Roster(problem);
        double[] prices = [.. Enumerable.Range(0, (to - from + 1) * 3).Select(i => (i * 7919 % 23) - 10.0)];
        double least = AnyRoster.Rows(row, from, to, 3).Min(candidate => Cost(problem, candidate, from, to, prices));
        byte[] found = [.. row];

        bool improved = new RowSearch(problem).TryImprove(0, found, from, to, prices, double.PositiveInfinity);

        Assert.That(improved, Is.EqualTo(double.IsFinite(least)));
        Assert.That(improved ? Cost(problem, found, from, to, prices) : least, Is.EqualTo(least));
        Assert.That(found[..from].Concat(found[(to + 1)..]), Is.EqualTo(row[..from].Concat(row[(to + 1)..])));
    });

    [Test]
    public void TryImprove_AnyLimitsOfShifts_FindsALegalRowOrNone()
    {
        int found = 0;
        AnyRoster.ForAnySeed(seed => found += FindsALegalRow(seed) ? 1 : 0);

        Assert.That(found, Is.GreaterThan(10), "of a hundred");
    }

    private static bool FindsALegalRow(int seed)
    {
        AnyRoster any = new(new Random(seed));
        RosterProblem problem = any.Problem(people: 1, days: 8, shifts: 3);
        byte[] row = any.Roster(problem);
        double[] prices = [.. Enumerable.Range(0, 24).Select(i => problem.CellCosts[i] >= LevelCost.OneHard ? double.PositiveInfinity : problem.CellCosts[i])];

        bool improved = new RowSearch(problem).TryImprove(0, row, 0, 7, prices, double.PositiveInfinity);

        Assert.That(improved, Is.False.Or.Matches<bool>(_ => LevelCost.Hard(PlainCost.OfRow(problem, 0, row)) == 0));
        return improved;
    }

    [Test]
    public void TryImprove_LimitThatNothingMeets_LeavesTheRow()
    {
        AnyRoster any = new(new Random(2));
        RosterProblem problem = any.Problem(people: 1, days: 8, shifts: 3);
        byte[] row = any.Roster(problem);
        byte[] kept = [.. row];

        bool improved = new RowSearch(problem).TryImprove(0, row, 0, 7, new double[24], -1);

        Assert.That(improved, Is.False);
        Assert.That(row, Is.EqualTo(kept));
    }

    private static double Cost(RosterProblem problem, byte[] row, int from, int to, double[] prices)
    {
        long cost = PlainCost.OfRow(problem, 0, row) - row.Index().Sum(cell => problem.CellCost(0, cell.Index, cell.Item));
        return LevelCost.Hard(cost) > 0 ? double.PositiveInfinity : cost + Enumerable.Range(from, to - from + 1).Sum(day => prices[((day - from) * 3) + row[day]]);
    }
}
