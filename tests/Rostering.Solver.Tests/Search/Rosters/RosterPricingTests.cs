using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

[TestFixture]
internal sealed class RosterPricingTests
{
    [Test]
    public void Run_NoTimeForAnyProblem_StillMakesEveryRowLegalThatCanBe() => AnyRoster.ForAnySeed(seed =>
    {
        AnyRoster any = new(new Random(seed));
        RosterProblem problem = AnyRoster.Unlimited(any.Problem(people: 3, days: 7, shifts: 3));
        byte[] roster = [];

        new RosterPricing(problem, any.Roster(problem), new SearchRandom(seed)).Run(() => 1, pricing => roster = pricing.Roster.ToArray(), CancellationToken.None);

        foreach ((int person, byte[] row) in roster.Chunk(7).Index())
        {
            bool canBe = AnyRoster.Rows(row, 0, 6, 3).Any(candidate => LevelCost.Hard(PlainCost.OfRow(problem, person, candidate)) == 0);
            Assert.That(LevelCost.Hard(PlainCost.OfRow(problem, person, row)) == 0, Is.EqualTo(canBe));
        }
    });
}
