using System.Diagnostics;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Engine;

/// <summary>The real engine at its work: answers, streaming, stopping, limits.</summary>
[TestFixture]
internal sealed class WebAssemblyEngineTests
{
    private ProcessEngine engine = null!;

    [OneTimeSetUp]
    public void Open() => engine = (ProcessEngine)CpSatEngines.Open(new EngineOptions { Processes = 2, StopGrace = TimeSpan.FromSeconds(30) });

    [OneTimeTearDown]
    public async Task Close() => await engine.DisposeAsync();

    [Test]
    public async Task SelfTest_RealEngine_PassesAndNamesItself()
    {
        var report = await EngineSelfTest.RunAsync(engine);

        Assert.Multiple(() =>
        {
            Assert.That(report.Passed, Is.True);
            Assert.That(report.Version, Does.StartWith("9."));
            Assert.That(report.Processes, Is.EqualTo(2));
            Assert.That(report.Engine.Kind, Is.EqualTo(EngineKind.WebAssembly));
            Assert.That(report.Engine.Library, Does.StartWith("or-tools-wasm "));
        });
    }

    [Test, CancelAfter(60_000)]
    public async Task SolveAsync_StopAtASolution_ReturnsTheBestAndKeepsTheProcess(CancellationToken giveUp)
    {
        await EngineSelfTest.RunAsync(engine, giveUp);
        var before = engine.ProcessIds;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(giveUp);
        var seen = new List<SolutionFound>();
        var observer = new SolveObserver { OnSolution = solution => StopAtTheThird(solution, seen, stop) };

        var response = await engine.SolveAsync(EngineModels.JobShop(), new SatParameters(), observer, stop.Token);

        Assert.Multiple(() =>
        {
            Assert.That(giveUp.IsCancellationRequested, Is.False, "a solution has to come while the search runs");
            Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Feasible));
            Assert.That(response.ObjectiveValue, Is.LessThanOrEqualTo(seen[2].Objective));
            Assert.That(response.Solution, Has.Count.EqualTo(seen[0].Values.Count));
            Assert.That(engine.ProcessIds, Is.SupersetOf(before), "a solver that stops when told need not be killed");
        });
    }

    [Test]
    public async Task SolveAsync_StoppedBeforeItBegins_IsUnknown()
    {
        var response = await engine.SolveAsync(EngineModels.JobShop(), new SatParameters(), null, new CancellationToken(canceled: true));

        Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Unknown));
    }

    [Test]
    public async Task SolveAsync_TimeLimit_ReturnsTheBestSoFar()
    {
        var response = await engine.SolveAsync(
            EngineModels.JobShop(), new SatParameters { MaxTimeInSeconds = 3 }, null, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Feasible));
            Assert.That(response.Solution, Is.Not.Empty);
        });
    }

    [Test]
    public async Task SolveAsync_Observer_HearsSolutionsBoundsAndLogInOrder()
    {
        var solutions = new List<SolutionFound>();
        var bounds = new List<double>();
        var log = new List<string>();
        var observer = new SolveObserver { OnSolution = solutions.Add, OnBound = bounds.Add, OnLog = log.Add };

        var response = await engine.SolveAsync(EngineModels.JobShop(size: 6), new SatParameters(), observer, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Optimal));
            Assert.That(solutions.Select(solution => solution.Objective), Is.Ordered.Descending);
            Assert.That(solutions[^1].Objective, Is.EqualTo(response.ObjectiveValue));
            Assert.That(solutions[^1].Values, Is.EqualTo(response.Solution));
            Assert.That(bounds, Is.Ordered.Ascending.And.Not.Empty);
            Assert.That(bounds, Has.All.LessThanOrEqualTo(response.ObjectiveValue));
            Assert.That(string.Join('\n', log), Does.Contain("Starting CP-SAT solver").And.Contain("status: OPTIMAL"));
        });
    }

    [Test]
    public async Task SolveAsync_SameModelAndSeed_GivesTheSameAnswerBySameSearch()
    {
        var parameters = new SatParameters { RandomSeed = 7 };

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            engine.SolveAsync(EngineModels.JobShop(size: 6), parameters, null, CancellationToken.None)));

        Assert.Multiple(() =>
        {
            Assert.That(answers[0].Solution, Is.Not.Empty);
            Assert.That(answers[1].Solution, Is.EqualTo(answers[0].Solution));
            Assert.That(answers[1].NumBranches, Is.EqualTo(answers[0].NumBranches));
        });
    }

    [Test]
    public async Task SolveAsync_InvalidModel_IsRejectedInTheSolversWords()
    {
        var model = new CpModelProto { Variables = { new IntegerVariableProto { Domain = { 5, 1 } } } };

        var rejected = await Assert.ThrowsAsync<ModelRejectedException>(() =>
            engine.SolveAsync(model, new SatParameters(), null, CancellationToken.None));

        Assert.That(rejected!.Validation, Does.Contain("domain"));
    }

    [Test]
    public async Task SolveAsync_ParameterThatAbortsTheBuild_IsRejectedBeforeItIsSent() =>
        await Assert.ThrowsAsync<ModelRejectedException>(() =>
            engine.SolveAsync(EngineModels.Small(10), new SatParameters { InterleaveSearch = true }, null, CancellationToken.None));

    [Test]
    public async Task SolveAsync_ObserverThrows_TheCallerGetsItsOwnException()
    {
        var observer = new SolveObserver { OnSolution = _ => throw new InvalidCastException("mine") };

        await Assert.ThrowsAsync<InvalidCastException>(() =>
            engine.SolveAsync(EngineModels.JobShop(), new SatParameters { MaxTimeInSeconds = 20 }, observer, CancellationToken.None));
        Assert.That((await EngineSelfTest.RunAsync(engine)).Passed, Is.True);
    }

    [Test, Platform(Include = "Linux,MacOsX"), CancelAfter(60_000)]
    public async Task SolveAsync_CtrlCReachesTheProcess_SolvesOn(CancellationToken giveUp)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(giveUp);
        var solutions = 0;
        var observer = new SolveObserver
        {
            OnSolution = _ =>
            {
                solutions++;
                if (solutions == 1)
                    SendInterrupt(engine.ProcessIds);
                else
                    stop.Cancel();
            },
        };

        var response = await engine.SolveAsync(EngineModels.JobShop(), new SatParameters(), observer, stop.Token);

        Assert.Multiple(() =>
        {
            Assert.That(solutions, Is.GreaterThan(1), "the search goes on after the signal");
            Assert.That(response.Status, Is.EqualTo(CpSolverStatus.Feasible));
        });
    }

    private static void StopAtTheThird(SolutionFound solution, List<SolutionFound> seen, CancellationTokenSource stop)
    {
        seen.Add(solution);
        if (seen.Count == 3)
            stop.Cancel();
    }

    private static void SendInterrupt(IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", ["-INT", .. processes.Select(id => id.ToString())]);
        kill.WaitForExit();
    }
}
