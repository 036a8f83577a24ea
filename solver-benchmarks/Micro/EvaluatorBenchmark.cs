using BenchmarkDotNet.Attributes;
using NodaTime;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.SolverBenchmarks.Micro;

/// <summary>A change of one visit, scored, on Oakwood's week as planned.</summary>
[MemoryDiagnoser]
public class EvaluatorBenchmark
{
    private Evaluator evaluator = null!;
    private int visit;

    [GlobalSetup]
    public void Setup()
    {
        DemonstrationWeek week = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, seed: 1, new LocalDate(2026, 11, 23));
        evaluator = new Evaluator(Schedules.From(PreparedProblem.From(week.Problem), week.Planned));
        visit = evaluator.Schedule.Problem.Visits.First(v => evaluator.Schedule.Covered(v.Index)).Index;
    }

    [Benchmark]
    public RotaScore TakeOutAndPutBack()
    {
        int start = evaluator.Schedule.StartIndex(visit);
        int[] team = evaluator.Schedule.Workers(visit);
        evaluator.Assign(visit, -1, []);
        evaluator.Assign(visit, start, team);
        return evaluator.Score;
    }

    [Benchmark]
    public RotaCheck CheckWholeWeek() => RotaChecker.Check(evaluator.Schedule);
}
