using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;
using Rostering.Solver.Tests.Demonstration;
using Rostering.Solver.Tests.Search.Rosters;

namespace Rostering.Solver.Tests.Search;

/// <summary>Moves of the search allocate nothing: over thousands of them less than a byte each, for lists that grow to their size once.</summary>
[TestFixture]
public sealed class MoveAllocationTests
{
    private const int Moves = 4_000;
    private const int WalksBefore = 6;

    [Test]
    public void TryMove_OfAWeek_AllocatesNothing()
    {
        DemonstrationWeek week = Weeks.Of(DemonstrationProvider.Oakwood, 1);
        PreparedProblem problem = PreparedProblem.From(week.Problem);
        RotaState state = new(Schedules.From(problem, week.Planned), new Candidates(problem), SearchPart.None, seed: 1);

        Assert.That(AllocatedBy(state, increase: 100_000), Is.LessThan(Moves));
    }

    [Test]
    public void TryMove_OfARosterWithRowsRebuilt_AllocatesNothing([Range(1, 4)] int seed)
    {
        RosterProblem problem = new AnyRoster(new Random(seed)).Problem(people: 6, days: 35, shifts: 4);
        RosterState state = new(problem, new byte[problem.People * problem.Days], new RosterSearchOptions { Rebuilds = 200_000 }, new SearchRandom(seed));

        Assert.That(AllocatedBy(state, increase: 100), Is.LessThan(Moves));
    }

    private static long AllocatedBy(ISearchState state, double increase)
    {
        for (int i = 0; i < WalksBefore; i++)
        {
            Walk(state, increase);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Walk(state, increase);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Walk(ISearchState state, double increase)
    {
        for (int i = 0; i < Moves; i++)
        {
            state.TryMove(state.Cost + increase);
        }
    }
}
