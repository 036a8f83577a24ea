using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using NodaTime;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.SolverBenchmarks.Micro;

/// <summary>Every worker ranked for one gap after another of Oakwood's and of Chestnut's week as planned, from nothing but the schedule.</summary>
[MemoryDiagnoser]
public class CoverBenchmark
{
    private Schedule schedule = null!;
    private int next;

    [Params(DemonstrationProvider.Oakwood, DemonstrationProvider.Chestnut)]
    public DemonstrationProvider Provider { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        DemonstrationWeek week = DemonstrationWeek.Generate(Provider, seed: 1, new LocalDate(2026, 11, 23));
        schedule = Schedules.From(PreparedProblem.From(week.Problem), week.Planned);
    }

    [Benchmark]
    public ImmutableArray<CoverCandidate> RankOneGap()
    {
        PreparedVisit visit = schedule.Problem.Visits[next++ % schedule.Problem.Visits.Length];
        int start = CoverRanking.StartHeld(schedule, visit.Index);
        int[] team = schedule.Workers(visit.Index);
        schedule.Set(visit.Index, start, []);
        ImmutableArray<CoverCandidate> ranked = new CoverRanking(schedule).Of(visit.Index, start);
        schedule.Set(visit.Index, start, team);
        return ranked;
    }
}
