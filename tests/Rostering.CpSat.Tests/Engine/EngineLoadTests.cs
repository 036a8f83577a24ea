using System.Diagnostics;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Engine;

/// <summary>Many solves: none lost, none mixed up, nothing that grows.</summary>
[TestFixture]
internal sealed class EngineLoadTests
{
    [Test]
    public async Task SolveAsync_TwoThousandSmallSolves_AnswersEachAndStaysFlat()
    {
        await using var engine = (ProcessEngine)CpSatEngines.Open(new EngineOptions { Processes = 2 });
        var wrong = await SolveManyAsync(engine, from: 0, count: 600);
        var before = MemoryInMegabytes(engine);

        wrong += await SolveManyAsync(engine, from: 600, count: 1_400);
        var after = MemoryInMegabytes(engine);

        TestContext.Out.WriteLine($"ours {before[0]} to {after[0]} MB, processes {string.Join(", ", before.Skip(1))} to {string.Join(", ", after.Skip(1))} MB");
        Assert.Multiple(() =>
        {
            Assert.That(wrong, Is.Zero);
            Assert.That(after, Has.Length.EqualTo(before.Length), "no process was replaced");
            Assert.That(after.Zip(before, (late, early) => late - early), Has.All.LessThan(60));
        });
    }

    [Test]
    public async Task SolveAsync_MoreSolvesThanSlots_EachGetsItsOwnAnswer()
    {
        await using var engine = (ProcessEngine)CpSatEngines.Open(new EngineOptions { Processes = 2 });

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(n =>
            engine.SolveAsync(EngineModels.Small(7 * n + 3), new SatParameters(), null, CancellationToken.None)));

        Assert.That(answers.Select(answer => answer.ObjectiveValue), Is.EqualTo(Enumerable.Range(1, 20).Select(n => 7 * n)));
        Assert.That(engine.ProcessIds, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task SolveAsync_StoppedWhileItWaits_IsUnknownAndTheOthersGoOn()
    {
        await using var engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
        using var stopFirst = new CancellationTokenSource();
        using var stopSecond = new CancellationTokenSource();
        var found = new TaskCompletionSource();
        var observer = new SolveObserver { OnSolution = _ => found.TrySetResult() };

        var first = engine.SolveAsync(EngineModels.JobShop(), new SatParameters(), observer, stopFirst.Token);
        await found.Task;
        var second = engine.SolveAsync(EngineModels.Small(50), new SatParameters(), null, stopSecond.Token);
        var third = engine.SolveAsync(EngineModels.Small(60), new SatParameters(), null, CancellationToken.None);
        await stopSecond.CancelAsync();
        var stopped = await second;
        await stopFirst.CancelAsync();

        Assert.That(stopped.Status, Is.EqualTo(CpSolverStatus.Unknown));
        Assert.That((await first).Status, Is.EqualTo(CpSolverStatus.Feasible));
        Assert.That((await third).ObjectiveValue, Is.EqualTo(56));
    }

    private static async Task<int> SolveManyAsync(ProcessEngine engine, int from, int count)
    {
        var wrong = 0;
        await Parallel.ForAsync(from, from + count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, stop) =>
        {
            var response = await engine.SolveAsync(EngineModels.Small(n), new SatParameters(), null, stop);
            if (response.Status != CpSolverStatus.Optimal || (long)response.ObjectiveValue != n / 7 * 7)
                Interlocked.Increment(ref wrong);
        });
        return wrong;
    }

    private static long[] MemoryInMegabytes(ProcessEngine engine)
    {
        GC.Collect();
        return [.. engine.ProcessIds.Order().Prepend(Environment.ProcessId).Select(WorkingSet)];
    }

    private static long WorkingSet(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64 / (1024 * 1024);
    }
}
