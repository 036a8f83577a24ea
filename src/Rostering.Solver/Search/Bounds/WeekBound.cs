using System.Diagnostics;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Search.Bounds;

/// <summary>
/// A bound of a whole week of any size: no lawful rota leaves less uncovered, and none that leaves as little as one that is known costs
/// less. It is what CP-SAT proves of a <see cref="CoverRelaxation"/>, summed over <see cref="WeekParts"/>.
/// </summary>
internal sealed class WeekBound(ICpSatEngine engine)
{
    // The rest of the time is for the soft level.
    private const double ShareForCover = 0.5;

    /// <summary>The bound that is proved within a time; what is left unproved counts nothing.</summary>
    /// <param name="uncovered">The uncovered level of a lawful rota.</param>
    /// <param name="seconds">Wall-clock limit.</param>
    /// <param name="largest">Visits of a part up to which it is kept whole.</param>
    public async Task<ModelBound> OfAsync(PreparedProblem problem, long uncovered, double seconds, int largest = WeekParts.UsualLargest, CancellationToken stop = default)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Candidates candidates = new(problem);
        int[][] parts = WeekParts.Of(problem, candidates, largest);
        HashSet<int> inSeveral = InSeveral(parts, candidates);
        CoverRelaxation[] relaxations = [.. parts.Select(part => new CoverRelaxation(problem, candidates, part, inSeveral))];
        long[] least = await EachAsync(relaxations, part => BoundAsync(part, part.Uncovered, () => (seconds * ShareForCover) - watch.Elapsed.TotalSeconds, stop));
        long slack = Math.Max(0, uncovered - least.Sum());
        foreach ((CoverRelaxation part, long proven) in relaxations.Zip(least))
        {
            part.Model.Add(part.Uncovered <= proven + slack);
        }

        long[] soft = await EachAsync(relaxations, part => BoundAsync(part, part.Soft, () => seconds - watch.Elapsed.TotalSeconds, stop));
        return new ModelBound(least.Sum(), soft.Sum() + Idle(problem, candidates));
    }

    private static HashSet<int> InSeveral(int[][] parts, Candidates candidates)
    {
        HashSet<int> met = [];
        return [.. parts.SelectMany(part => part.SelectMany(visit => candidates.Workers[visit]).Distinct()).Where(worker => !met.Add(worker))];
    }

    // As many at once as the engine has processes: a solve that waited for one would wait its time limit away.
    private async Task<long[]> EachAsync(CoverRelaxation[] parts, Func<CoverRelaxation, Task<long>> bound)
    {
        long[] bounds = new long[parts.Length];
        await Parallel.ForAsync(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = engine.Slots }, async (i, _) => bounds[i] = await bound(parts[i]));
        return bounds;
    }

    // Every level counts from 0 up, so a solver that was stopped before it proved anything leaves 0.
    private async Task<long> BoundAsync(CoverRelaxation part, LinearExpr level, Func<double> secondsLeft, CancellationToken stop)
    {
        if (stop.IsCancellationRequested || secondsLeft() <= 0)
        {
            return 0;
        }

        part.Model.Minimize(level);
        CpSolver solver = new(engine) { Parameters = new SatParameters { MaxTimeInSeconds = secondsLeft(), LinearizationLevel = 2, NumWorkers = 1 } };
        await solver.SolveAsync(part.Model, stop);
        return solver.Status == CpSolverStatus.Infeasible ? 0 : (long)Math.Max(0, solver.BestObjectiveBound);
    }

    // What the weeks cost of those who can make no visit, such as hours promised and not given.
    private static long Idle(PreparedProblem problem, Candidates candidates)
    {
        HashSet<int> able = [.. candidates.Workers.SelectMany(workers => workers)];
        FindingSink sink = new(RuleCatalogue.Weights(problem), keep: false);
        WorkerTimeline timeline = new(problem);
        Schedule empty = new(problem);
        foreach (PreparedWorker worker in problem.Workers.Where(worker => !able.Contains(worker.Index)))
        {
            timeline.Load(empty, worker.Index);
            foreach (ITimelineRule rule in RuleCatalogue.Timeline)
            {
                rule.CheckTimeline(timeline, sink);
            }
        }

        return sink.Score.Soft;
    }
}
