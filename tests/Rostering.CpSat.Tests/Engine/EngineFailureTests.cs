using System.Diagnostics;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Engine;

/// <summary>Everything that can go wrong with a process, and what the caller gets.</summary>
[TestFixture]
internal sealed class EngineFailureTests
{
    private static readonly EngineOptions OneProcess = new() { Processes = 1 };

    [Test]
    public async Task SolveAsync_ProcessKilledOnce_AFreshOneAnswers()
    {
        await using var engine = (ProcessEngine)CpSatEngines.Open(OneProcess);
        var processes = new List<int>();
        using var stop = new CancellationTokenSource();
        var observer = new SolveObserver { OnSolution = _ => KillFirst(engine, processes, stop) };

        var response = await engine.SolveAsync(EngineModels.JobShop(), new SatParameters(), observer, stop.Token);

        Assert.Multiple(() =>
        {
            Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Feasible));
            Assert.That(processes.Distinct().Count(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task SolveAsync_ProcessKilledTwice_SaysHowItDied()
    {
        await using var engine = (ProcessEngine)CpSatEngines.Open(OneProcess);
        var model = EngineModels.JobShop();
        var observer = new SolveObserver { OnSolution = _ => Kill(engine.ProcessIds) };

        var died = await Assert.ThrowsAsync<EngineDiedException>(() =>
            engine.SolveAsync(model, new SatParameters(), observer, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(died!.Death.Attempts, Is.EqualTo(2));
            Assert.That(died.Death.ExitCode, Is.EqualTo(137), "128 + SIGKILL");
            Assert.That(died.Death.ModelBytes, Is.EqualTo(model.CalculateSize()));
        });
        Assert.That((await EngineSelfTest.RunAsync(engine)).Passed, Is.True, "the engine goes on after");
    }

    [Test]
    public async Task SolveAsync_MemoryCeilingPassed_IsKilledAndNotTriedAgain()
    {
        await using var engine = CpSatEngines.Open(OneProcess with { MemoryMegabytes = 60 });

        var died = await Assert.ThrowsAsync<EngineDiedException>(() =>
            engine.SolveAsync(EngineModels.JobShop(), new SatParameters(), null, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(died!.Death.Cause, Does.Contain("memory ceiling of 60 MB"));
            Assert.That(died.Death.Attempts, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task SolveAsync_ProcessLeftSwollen_IsReplacedBeforeTheNextSolve()
    {
        await using var engine = FakeSolver.Open(
            """
            ready();
            const held = [];
            process.stdin.on('data', () => {
              held.push(Buffer.alloc(800 * 1024 * 1024, 1));
              frame(5, [0x08, 4]);
            });
            """,
            OneProcess with { MemoryMegabytes = 1_000 });

        for (var solve = 0; solve < 2; solve++)
        {
            var response = await engine.SolveAsync(EngineModels.Small(10), new SatParameters(), null, CancellationToken.None);

            Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Optimal));
            Assert.That(engine.ProcessIds, Is.Empty);
        }
    }

    [Test]
    public async Task SolveAsync_SolverHearsNeitherLimitNorStop_TheLastSolutionIsTheAnswer()
    {
        // A solution with objective 12 (field 3) and the values 5 and 7 (field 2), then silence.
        await using var engine = FakeSolver.Open(
            """
            ready();
            const objective = Buffer.alloc(8);
            objective.writeDoubleLE(12);
            process.stdin.once('data', () => frame(2, [0x12, 2, 5, 7, 0x19, ...objective]));
            """,
            OneProcess with { DeadlineGrace = TimeSpan.FromMilliseconds(100) });

        var response = await engine.SolveAsync(
            EngineModels.Small(10), new SatParameters { MaxTimeInSeconds = 1 }, null, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Feasible));
            Assert.That(response.ObjectiveValue, Is.EqualTo(12));
            Assert.That(response.Solution, Is.EqualTo(new long[] { 5, 7 }));
            Assert.That(engine.ProcessIds, Is.Empty, "the deaf process is gone");
        });
    }

    [TestCase("process.stdout.write('node: a friendly warning on the wrong stream'); setTimeout(() => {}, 1e6);")]
    [TestCase("frame(1, 'some other protocol'); setTimeout(() => {}, 1e6);")]
    [TestCase("ready(); process.stdin.once('data', () => process.stdout.write('Segmentation fault, or so'));")]
    [TestCase("ready(); process.stdin.once('data', () => frame(9, 'no such kind'));")]
    [TestCase("ready(); process.stdin.once('data', () => frame(5, [0xFF, 0xFF, 0xFF]));")]
    [TestCase("ready(); process.stdin.once('data', () => frame(3, 'no double'));")]
    [TestCase("ready(); process.stdin.once('data', () => { process.stdout.write(Buffer.from([200, 0, 0, 0, 5, 1]), () => process.exit(0)); });")]
    public async Task SolveAsync_ProcessWritesGarbage_IsAProtocolError(string script)
    {
        await using var engine = FakeSolver.Open(script);

        await Assert.ThrowsAsync<EngineProtocolException>(() =>
            engine.SolveAsync(EngineModels.Small(10), new SatParameters(), null, CancellationToken.None));
        Assert.That(engine.ProcessIds, Is.Empty);
    }

    [Test]
    public async Task SolveAsync_ProgramEndsAtOnce_SaysWhatItWroteAndTheRemedy()
    {
        await using var engine = FakeSolver.Open("console.error('no such package'); process.exit(3);");

        var missing = await Assert.ThrowsAsync<EngineNotFoundException>(() =>
            engine.SolveAsync(EngineModels.Small(10), new SatParameters(), null, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(missing!.Message, Does.Contain("no such package").And.Contain("exit code 3"));
            Assert.That(missing.Remedy, Is.EqualTo("It is only a test."));
        });
    }

    [Test]
    public void Open_NodeIsNotThere_NamesThePathAndTheRemedy()
    {
        var missing = Assert.Throws<EngineNotFoundException>(() => CpSatEngines.Open(OneProcess with { NodePath = "no/such/node" }));

        Assert.Multiple(() =>
        {
            Assert.That(missing!.Missing, Does.Contain("no/such/node"));
            Assert.That(missing.Remedy, Does.Contain("scripts/setup"));
        });
    }

    [Test]
    public async Task DisposeAsync_WhileSolving_AnswersTheBestAndLeavesNoProcess()
    {
        var engine = (ProcessEngine)CpSatEngines.Open(OneProcess);
        var found = new TaskCompletionSource();
        var observer = new SolveObserver { OnSolution = _ => found.TrySetResult() };
        var solve = engine.SolveAsync(EngineModels.JobShop(), new SatParameters(), observer, CancellationToken.None);
        var waiting = engine.SolveAsync(EngineModels.JobShop(), new SatParameters(), null, CancellationToken.None);
        await found.Task;
        var processes = engine.ProcessIds;

        await engine.DisposeAsync();

        Assert.That((await solve).Status, Is.EqualTo(CpSolverStatus.Feasible));
        Assert.That((await waiting).Status, Is.EqualTo(CpSolverStatus.Unknown));
        Assert.That(processes, Has.Count.EqualTo(1));
        Assert.That(() => Process.GetProcessById(processes[0]), Throws.ArgumentException);
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            engine.SolveAsync(EngineModels.Small(10), new SatParameters(), null, CancellationToken.None));
    }

    [Test, CancelAfter(60_000)]
    public async Task Process_ParentIsGone_LeavesInMidSolve(CancellationToken giveUp)
    {
        // All that a process sees of a parent that is killed is that its input ends.
        var program = WebAssemblyProgram.Locate(nodePath: null);
        using var process = Process.Start(new ProcessStartInfo(program.FileName, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.BaseStream;
        var ready = Frame.Read(output);
        var request = SolveRequest.Create(EngineModels.JobShop(), new SatParameters(), null, EngineKind.WebAssembly);
        Frame.Write(process.StandardInput.BaseStream, (byte)ToSolver.Solve, request.Payload);
        var first = Frame.Read(output);

        process.StandardInput.Close();
        await process.WaitForExitAsync(giveUp);

        Assert.Multiple(() =>
        {
            Assert.That(ready?.Kind, Is.EqualTo((byte)FromSolver.Ready));
            Assert.That(first?.Kind, Is.EqualTo((byte)FromSolver.Solution));
            Assert.That(process.ExitCode, Is.Zero);
        });
    }

    private static void KillFirst(ProcessEngine engine, List<int> seen, CancellationTokenSource stop)
    {
        seen.AddRange(engine.ProcessIds);
        if (seen.Distinct().Count() == 1)
            Kill(engine.ProcessIds);
        else
            stop.Cancel();
    }

    private static void Kill(IEnumerable<int> ids)
    {
        foreach (var id in ids)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
    }
}
