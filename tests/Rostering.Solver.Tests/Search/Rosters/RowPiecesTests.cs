using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

[TestFixture]
internal sealed class RowPiecesTests
{
    private const int Days = 8;
    private const int Shifts = 3;

    [Test]
    public void Improve_AnyLegalRowAndPrices_LeavesALegalRowCheaperByWhatItSays()
    {
        int improved = 0;
        AnyRoster.ForAnySeed(seed => improved += Improves(seed), times: 200);

        Assert.That(improved, Is.GreaterThan(50));
    }

    // Several times, so that tolls come in.
    private static int Improves(int seed)
    {
        Random random = new(seed);
        RosterProblem problem = new AnyRoster(random).Problem(people: 1, Days, Shifts);
        byte[]? row = AnyRoster.Rows(new byte[Days], 0, Days - 1, Shifts).FirstOrDefault(row => LevelCost.Hard(PlainCost.OfRow(problem, 0, row)) == 0);
        RowPieces pieces = new(problem);
        int improved = 0;
        for (int i = 0; i < 6 && row is not null; i++)
        {
            double[] prices = [.. problem.CellCosts.Select(cost => cost >= LevelCost.OneHard ? double.PositiveInfinity : random.Next(40))];
            double before = Cost(problem, row, prices);
            double gain = pieces.Improve(0, row, prices);
            Assert.That(Cost(problem, row, prices), Is.EqualTo(before - gain).Within(1e-6));
            Assert.That(gain, Is.Not.Negative);
            improved += gain > 0 ? 1 : 0;
        }

        return improved;
    }

    [Test]
    public void TryFind_AnyPrices_FindsTheCheapestOfAllRowsButForSums() => AnyRoster.ForAnySeed(seed =>
    {
        RosterProblem problem = WithoutSums(new AnyRoster(new Random(seed)).Problem(people: 1, Days, Shifts));
        double[] prices = [.. Enumerable.Range(0, Days * Shifts).Select(i => (i * 7919 % 23) - 10.0)];
        double least = AnyRoster.Rows(new byte[Days], 0, Days - 1, Shifts).Min(row => Cost(problem, row, prices));
        byte[] found = new byte[Days];

        bool isFound = new RowPath(problem).TryFind(problem.RowCosts[0].Graph, prices, problem.Contracts[0].Weekends.MaxCost, found);

        Assert.That(isFound, Is.EqualTo(double.IsFinite(least)));
        Assert.That(isFound ? Cost(problem, found, prices) : least, Is.EqualTo(least));
    });

    // Every weekend worked costs the same, which is what a path can price.
    private static RosterProblem WithoutSums(RosterProblem problem)
    {
        RosterContract contract = problem.Contracts[0];
        return new RosterProblem
        {
            Days = problem.Days,
            Shifts = problem.Shifts,
            CellCosts = problem.CellCosts,
            Cover = problem.Cover,
            Contracts = [new RosterContract
            {
                Patterns = contract.Patterns,
                WorkRuns = contract.WorkRuns,
                OffRuns = contract.OffRuns,
                Weekends = contract.Weekends with { Max = 0, MaxCost = 5 },
                Amount = contract.Amount with { UnderCost = 0, OverCost = 0 },
            }],
        };
    }

    private static double Cost(RosterProblem problem, byte[] row, double[] prices)
    {
        long cost = PlainCost.OfRow(problem, 0, row) - row.Index().Sum(cell => problem.CellCost(0, cell.Index, cell.Item));
        return LevelCost.Hard(cost) > 0 ? double.PositiveInfinity : cost + row.Index().Sum(cell => prices[(cell.Index * Shifts) + cell.Item]);
    }
}
