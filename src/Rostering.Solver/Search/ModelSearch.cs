using Rostering.CpSat.Engine;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Search;

/// <summary>
/// Solves an encoded week, or a part of one, by CP-SAT: first the least that must stay uncovered, then the least soft cost at that coverage.
/// </summary>
internal sealed class ModelSearch(ICpSatEngine engine, PreparedProblem problem, int seed)
{
    /// <summary>Improves the free part of a schedule; <c>null</c> where nothing lawful was found in time.</summary>
    /// <param name="seconds">Wall-clock limit for both steps.</param>
    /// <param name="work">Limit of each step in CP-SAT's deterministic time, so that a part is solved alike on a busy machine and an idle one.</param>
    /// <param name="onBound">Hears every proven bound on the part's uncovered and soft levels, what is held not included.</param>
    public async Task<ModelAnswer> SolveAsync(EncodingScope scope, double seconds, double work, Action<ModelBound>? onBound, CancellationToken stop)
    {
        RotaEncoding encoding = RotaEncoding.Build(problem, scope);
        LinearExpr uncovered = encoding.Objective.Level(RuleLevel.Uncovered);
        LinearExpr soft = encoding.Objective.Level(RuleLevel.Soft);
        long started = Environment.TickCount64;
        encoding.Hint(scope.Held);

        encoding.Model.Minimize(uncovered);
        CpSolver coverage = Solver(seconds, work);
        await coverage.SolveAsync(encoding.Model, Observer(bound => onBound?.Invoke(new ModelBound(Ceiling(bound), null))), stop);
        if (!coverage.HasSolution)
        {
            return new ModelAnswer(null, coverage.Status == CpSolverStatus.Infeasible, null);
        }

        long least = coverage.Value(uncovered);
        Schedule best = encoding.Read(coverage);
        bool coverageProved = coverage.Status == CpSolverStatus.Optimal;
        double left = seconds - ((Environment.TickCount64 - started) / 1000.0);
        if (left <= 0.05 || stop.IsCancellationRequested)
        {
            return new ModelAnswer(best, Proved: false, new ModelBound(Ceiling(coverage.BestObjectiveBound), null));
        }

        encoding.Model.Add(uncovered <= least);
        encoding.Model.Minimize(soft);
        encoding.Model.ClearHints();
        encoding.Hint(best);
        CpSolver cost = Solver(left, work);
        await cost.SolveAsync(encoding.Model, Observer(bound => onBound?.Invoke(new ModelBound(coverageProved ? least : 0, coverageProved ? Ceiling(bound) : null))), stop);
        ModelBound? proven = coverageProved ? new ModelBound(least, Ceiling(cost.BestObjectiveBound)) : null;
        return new ModelAnswer(cost.HasSolution ? encoding.Read(cost) : best, coverageProved && cost.Status == CpSolverStatus.Optimal, proven);
    }

    private static long Ceiling(double bound) => (long)Math.Ceiling(Math.Max(0, bound) - 1e-6);

    private static SolveObserver Observer(Action<double> onBound) => new() { OnBound = onBound };

    // The linear relaxation carries this model: without it the smallest weeks stay unproven.
    private CpSolver Solver(double seconds, double work) => new(engine)
    {
        Parameters = new SatParameters { MaxTimeInSeconds = seconds, MaxDeterministicTime = work, RandomSeed = seed, LinearizationLevel = 2, NumWorkers = 1 },
    };
}

/// <summary>A bound on the levels of a model; the soft part holds only at the least uncovered.</summary>
internal readonly record struct ModelBound(long Uncovered, long? Soft);

/// <summary>What CP-SAT made of a model.</summary>
/// <param name="Schedule">The whole schedule with the free part replaced.</param>
/// <param name="Proved">The answer is optimal; or, without a schedule, nothing lawful exists.</param>
internal sealed record ModelAnswer(Schedule? Schedule, bool Proved, ModelBound? Bound);
