using BenchmarkDotNet.Attributes;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Model;

namespace Rostering.SolverBenchmarks.Micro;

/// <summary>A round trip to a warm engine with a model of two variables.</summary>
public class EngineBenchmark
{
    private ICpSatEngine engine = null!;
    private CpModel model = null!;

    [GlobalSetup]
    public void Setup()
    {
        engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
        model = new CpModel();
        IntVar x = model.NewIntVar(0, 10, "x");
        IntVar y = model.NewIntVar(0, 10, "y");
        model.Add(x + y <= 12);
        model.Maximize(x + (2 * y));
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await engine.DisposeAsync();

    [Benchmark]
    public async Task<double> SmallSolve()
    {
        CpSolver solver = new(engine);
        await solver.SolveAsync(model);
        return solver.ObjectiveValue;
    }
}
