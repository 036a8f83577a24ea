using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

[TestFixture]
internal sealed class RosterStateTests
{
    [Test]
    public void TryMove_AnyMovesOfAnyProblem_KeepTheCostOfTheRulesReadOneByOne() => AnyRoster.ForAnySeed(seed =>
    {
        AnyRoster any = new(new Random(seed));
        RosterProblem problem = any.Problem(people: 4, days: 9, shifts: 3);
        RosterState state = new(problem, any.Roster(problem), new RosterSearchOptions { Rebuilds = 300_000, MostRebuilt = 2 }, new SearchRandom(seed));

        for (int i = 0; i < 60; i++)
        {
            state.TryMove(state.Cost + (i % 3 * 50));
            state.KeepIfBest();
            Assert.That(state.Total, Is.EqualTo(PlainCost.Of(problem, state.Cells.ToArray())));
        }

        Assert.That(state.BestTotal, Is.EqualTo(PlainCost.Of(problem, state.Best.ToArray())));
    });

    [Test]
    public void TryMove_LimitBelowAll_LeavesTheRosterAsItWas()
    {
        AnyRoster any = new(new Random(3));
        RosterProblem problem = any.Problem(people: 4, days: 9, shifts: 3);
        byte[] start = any.Roster(problem);
        RosterState state = new(problem, start, new RosterSearchOptions { Rebuilds = 0 }, new SearchRandom(1));

        for (int i = 0; i < 500; i++)
        {
            state.TryMove(double.NegativeInfinity);
        }

        Assert.That(state.Cells.ToArray(), Is.EqualTo(start));
    }

    [Test]
    public void Adopt_AnotherState_GoesOnFromItsBest()
    {
        AnyRoster any = new(new Random(4));
        RosterProblem problem = any.Problem(people: 3, days: 8, shifts: 3);
        RosterState one = new(problem, any.Roster(problem), new RosterSearchOptions(), new SearchRandom(1));
        RosterState other = new(problem, any.Roster(problem), new RosterSearchOptions(), new SearchRandom(2));

        one.Adopt(other);

        Assert.That(one.Cells.ToArray(), Is.EqualTo(other.Best.ToArray()));
        Assert.That(one.Total, Is.EqualTo(other.BestTotal));
        Assert.That(one.BestCost, Is.LessThanOrEqualTo(other.BestCost));
    }
}
