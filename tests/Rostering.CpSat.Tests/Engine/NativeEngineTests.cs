using System.Diagnostics;
using Google.Protobuf;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Engine;

/// <summary>The native engine against a stand-in library that echoes what it is given: every step but the solving.</summary>
[TestFixture, Platform(Include = "Linux,MacOsX")]
internal sealed class NativeEngineTests
{
    private ProcessEngine engine = null!;
    private EngineOptions options = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        options = new EngineOptions
        {
            Processes = 1,
            StopGrace = TimeSpan.FromSeconds(30),
            NativeLibraryPath = await FakeOrTools.CompileAsync(),
        };
        engine = (ProcessEngine)CpSatEngines.Open(options);
    }

    [OneTimeTearDown]
    public async Task Close() => await engine.DisposeAsync();

    [Test]
    public async Task SolveAsync_LargeModel_EveryByteArrivesAndTheParametersAreAdapted()
    {
        var model = EngineModels.JobShop(size: 30);
        var parameters = new SatParameters { MaxTimeInSeconds = 20, NumWorkers = 2, Subsolvers = { "max_lp" } };

        var response = await engine.SolveAsync(model, parameters, null, CancellationToken.None);

        var received = SatParameters.Parser.ParseFrom(Convert.FromHexString(response.SolveLog));
        Assert.Multiple(() =>
        {
            Assert.That(response.SolutionInfo, Is.EqualTo(Convert.ToHexStringLower(model.ToByteArray())));
            Assert.That(received.MaxTimeInSeconds, Is.EqualTo(20));
            Assert.That(received.NumWorkers, Is.EqualTo(2), "a native library has all its threads");
            Assert.That(received.Subsolvers, Is.EqualTo(parameters.Subsolvers));
            Assert.That(received.CatchSigintSignal, Is.False);
        });
    }

    [Test]
    public async Task SolveAsync_ManySolves_EachHasAnEnvironmentOfItsOwnInOneProcess()
    {
        await Named("warm up");
        var process = engine.ProcessIds;

        for (var i = 0; i < 50; i++)
        {
            var response = await Named($"solve {i}");
            Assert.That(response.SolutionInfo, Does.Contain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes($"solve {i}"))));
        }

        Assert.That(engine.ProcessIds, Is.EqualTo(process));
    }

    [Test]
    public async Task SolveAsync_LibraryPrintsItsLog_ProgressIsReadOutOfIt()
    {
        var solutions = new List<SolutionFound>();
        var bounds = new List<double>();
        var log = new List<string>();
        var observer = new SolveObserver { OnSolution = solutions.Add, OnBound = bounds.Add, OnLog = log.Add };

        await Named("please print", observer);

        Assert.Multiple(() =>
        {
            Assert.That(solutions, Has.Count.EqualTo(1));
            Assert.That((solutions[0].Objective, solutions[0].Bound, solutions[0].WallTimeSeconds), Is.EqualTo((655, 55, 0.25)));
            Assert.That(bounds, Is.EqualTo(new double[] { 600 }));
            Assert.That(log, Does.Contain("Starting CP-SAT solver v9.15.6755").And.Contain("#Done    0.75s main"));
        });
    }

    [Test]
    public async Task SolveAsync_StoppedAtASolution_TheLibraryIsToldAndAnswers()
    {
        using var stop = new CancellationTokenSource();

        var response = await Named("please wait", new SolveObserver { OnSolution = _ => stop.Cancel() }, stop.Token);

        Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Feasible));
        Assert.That(response.SolutionInfo, Is.Not.Empty, "the library's own answer, not one made up in its place");
    }

    [Test]
    public async Task SolveAsync_LibraryAborts_SaysHowAndWithWhichWords()
    {
        var died = await Assert.ThrowsAsync<EngineDiedException>(() => Named("please abort"));

        Assert.Multiple(() =>
        {
            Assert.That(died!.Death.Attempts, Is.EqualTo(2));
            Assert.That(died.Death.ExitCode, Is.EqualTo(134), "128 + SIGABRT");
            Assert.That(died.Death.LastErrors, Does.Contain("the model asked for it"));
        });
        Assert.That((await Named("after")).Status, Is.EqualTo(CpSolverStatus.Optimal));
    }

    [Test]
    public void Open_LibraryIsNotThere_NamesIt()
    {
        var missing = Assert.Throws<EngineNotFoundException>(() => CpSatEngines.Open(options with { NativeLibraryPath = "no/libortools.so" }));

        Assert.That(missing!.Message, Does.Contain("no/libortools.so").And.Contain("ROSTERING_ORTOOLS"));
    }

    [Test]
    public async Task SolveAsync_FileIsNoLibrary_SaysWhyAndTheRemedy()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Engine", "fake_ortools.c");
        await using var broken = CpSatEngines.Open(options with { NativeLibraryPath = script });

        var missing = await Assert.ThrowsAsync<EngineNotFoundException>(() =>
            broken.SolveAsync(EngineModels.Small(10), new SatParameters(), null, CancellationToken.None));

        Assert.That(missing!.Message, Does.Contain("fake_ortools.c").And.Contain("ROSTERING_ORTOOLS"));
    }

    [Test, CancelAfter(60_000)]
    public async Task Process_ParentIsGone_LeavesInMidSolve(CancellationToken giveUp)
    {
        var program = NativeProgram.Locate(options.NativeLibraryPath!);
        using var process = Process.Start(new ProcessStartInfo(program.FileName, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var observer = new SolveObserver { OnSolution = _ => { } };
        var request = SolveRequest.Create(new CpModelProto { Name = "please wait" }, new SatParameters(), observer, EngineKind.Native);
        Frame.Write(process.StandardInput.BaseStream, (byte)ToSolver.Solve, request.Payload);
        var kinds = new[] { Frame.Read(process.StandardOutput.BaseStream)?.Kind, Frame.Read(process.StandardOutput.BaseStream)?.Kind };

        process.StandardInput.Close();
        await process.WaitForExitAsync(giveUp);

        Assert.That(kinds, Is.EqualTo(new byte?[] { (byte)FromSolver.Ready, (byte)FromSolver.Solution }));
        Assert.That(process.ExitCode, Is.Zero);
    }

    private Task<CpSolverResponse> Named(string name, SolveObserver? observer = null, CancellationToken stop = default) =>
        engine.SolveAsync(new CpModelProto { Name = name }, new SatParameters(), observer, stop);
}
