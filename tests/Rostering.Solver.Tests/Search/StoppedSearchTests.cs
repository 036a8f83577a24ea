using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;
using Rostering.Solver.Tests.Rules;

namespace Rostering.Solver.Tests.Search;

/// <summary>Told to stop at a moment drawn at random, or left to a deadline so drawn, the search gives the best lawful rota that it told of.</summary>
[TestFixture]
[CancelAfter(600_000)]
public sealed class StoppedSearchTests
{
    private const int LongestMilliseconds = 400;

    [Test]
    public async Task Solve_StoppedAtAnyMoment_GivesTheBestItToldOf([Range(1, 24)] int seed)
    {
        Random random = new(seed);
        PreparedProblem problem = Problem(seed);
        double seconds = random.NextDouble() * LongestMilliseconds / 1000;
        bool byDeadline = seed % 2 == 0;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CurrentContext.CancellationToken);
        if (!byDeadline)
        {
            stop.CancelAfter(TimeSpan.FromSeconds(seconds));
        }

        List<RotaScore> told = [];
        SolveResult result = await new RotaSolver(TestEngine.Shared).SolveAsync(
            problem, new SolveOptions { Seconds = byDeadline ? Math.Max(0.001, seconds) : 3_600, Seed = seed, Threads = 2, MovesPerRound = 100 }, progress => told.Add(progress.Best), stop.Token);

        RotaCheck check = RotaChecker.Check(result.Schedule);
        Assert.That(check.Score, Is.EqualTo(result.Score), "score and checker");
        Assert.That(check.HardViolations, Is.Empty);
        Assert.That(told.Min(), Is.EqualTo(result.Score), "best it told of");
        Assert.That(result.Bound ?? result.Score, Is.LessThanOrEqualTo(result.Score));
        Assert.That(result.EngineFailure, Is.Null);
    }

    private static PreparedProblem Problem(int seed) => (seed % 3) switch
    {
        0 => ManyVisits.Of(workers: 5 + (seed / 3)),
        1 => PreparedProblem.From(BusyWeek.Problem() with { Pins = [] }),
        _ => PreparedProblem.From(SmallWeek.Draw(seed) with { Pins = [] }),
    };
}
