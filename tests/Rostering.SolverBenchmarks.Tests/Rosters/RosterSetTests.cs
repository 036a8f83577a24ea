using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;
using Rostering.SolverBenchmarks.Sets;
using Rostering.SolverBenchmarks.Sets.Inrc1;
using Rostering.SolverBenchmarks.Sets.NrpCurtois;

namespace Rostering.SolverBenchmarks.Tests.Rosters;

/// <summary>The search and the sets' own evaluators read each instance alike. The instances lie outside the project; where they are not there, there is nothing to hold.</summary>
public sealed class RosterSetTests
{
    [Test]
    public void From_EachInstanceOfCurtois_CostsWhatTheEvaluatorSays() => Assert.Multiple(() =>
    {
        foreach (FileInfo file in Files("nrp-curtois"))
        {
            NrpInstance instance = NrpReader.Read(InstanceFolder.ReadText(file));
            Hold(NrpRosterProblem.From(instance), roster => NrpScore.Of(instance, roster) is var score ? (score.Cost, score.Violations) : default, file.Name);
        }
    });

    [Test]
    public void From_EachInstanceOfTheCompetition_CostsWhatTheEvaluatorSays() => Assert.Multiple(() =>
    {
        foreach (FileInfo file in Files("inrc1"))
        {
            InrcInstance instance = InrcReader.Read(InstanceFolder.ReadText(file));
            Hold(InrcRosterProblem.From(instance), roster => InrcScore.Of(instance, roster) is var score ? (score.Cost, score.Violations) : default, file.Name);
        }
    });

    [Test]
    public async Task SolveAsync_BudgetOfMoves_GivesTheSameAgainWhateverTheClock()
    {
        DirectoryInfo? folder = InstanceFolder.Shared("nrp-curtois", TestContext.CurrentContext.TestDirectory);
        foreach (IBenchmarkInstance instance in folder is null ? [] : new NrpSet().Read(folder).Where(instance => instance.Name is "Instance1" or "Instance3"))
        {
            BenchmarkRun once = await instance.SolveAsync(new BenchmarkBudget(Seconds: 1e-3, Threads: 1, Seed: 2, MovesPerThread: 3_000), _ => { }, CancellationToken.None);
            BenchmarkRun again = await instance.SolveAsync(new BenchmarkBudget(Seconds: 60, Threads: 1, Seed: 2, MovesPerThread: 3_000), _ => { }, CancellationToken.None);

            Assert.That((again.Cost, again.Moves, again.Violations), Is.EqualTo((once.Cost, once.Moves, 0)), instance.Name);
            Assert.That(once.Moves, Is.GreaterThanOrEqualTo(3_000), instance.Name);
        }
    }

    // A walk from nobody working to anything: every rule is met and broken on the way.
    private static void Hold(RosterProblem problem, Func<int[][], (long Cost, int Violations)> judge, string name)
    {
        RosterState state = new(problem, new byte[problem.People * problem.Days], new RosterSearchOptions { Rebuilds = 0 }, new SearchRandom(1));
        for (int i = 0; i < 5; i++)
        {
            for (int move = 0; move < 2_000; move++)
            {
                state.TryMove(i % 2 == 0 ? double.PositiveInfinity : state.Cost);
            }

            (long cost, int violations) = judge([.. state.Cells.ToArray().Chunk(problem.Days).Select(row => row.Select(shift => shift - 1).ToArray())]);
            Assert.That(LevelCost.Soft(state.Total), Is.EqualTo(cost), name);
            Assert.That(LevelCost.Hard(state.Total) > 0, Is.EqualTo(violations > 0), name);
        }
    }

    private static IEnumerable<FileInfo> Files(string set) =>
        InstanceFolder.Shared(set, TestContext.CurrentContext.TestDirectory) is { } folder ? new InstanceFolder(folder).Files(".txt") : [];
}
