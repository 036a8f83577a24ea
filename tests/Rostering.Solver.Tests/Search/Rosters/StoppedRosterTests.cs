using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

/// <summary>Told to stop at a moment drawn at random, the search of rosters gives the best that it handed in, at what it costs.</summary>
[TestFixture]
[CancelAfter(600_000)]
public sealed class StoppedRosterTests
{
    private const int LongestMilliseconds = 200;

    [Test]
    public async Task Solve_StoppedAtAnyMoment_GivesTheBestItHandedIn([Range(1, 16)] int seed, [Values] bool withEngine)
    {
        Random random = new(seed);
        RosterProblem problem = new AnyRoster(random).Problem(people: 2 + random.Next(8), days: 7 * random.Next(1, 4), shifts: 3);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CurrentContext.CancellationToken);
        stop.CancelAfter(random.Next(LongestMilliseconds));
        List<long> handedIn = [];

        RosterResult result = await new RosterSolver(problem, RosterSearchOptions.For(problem), withEngine ? TestEngine.Shared : null)
            .SolveAsync(new SearchBudget(Seconds: 20), threads: 2, seed, (roster, _) => handedIn.Add(PlainCost.Of(problem, roster)), stop.Token);

        Assert.That(result.Total, Is.EqualTo(PlainCost.Of(problem, result.Roster)), "cost by the rules read one by one");
        Assert.That(handedIn, Is.All.GreaterThanOrEqualTo(result.Total));
    }
}
