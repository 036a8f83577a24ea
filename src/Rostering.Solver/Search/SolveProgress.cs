using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>Where a search stands.</summary>
/// <param name="Bound">A proven bound of the whole problem, if there is one.</param>
/// <param name="Uncovered">Visits left uncovered by the best rota.</param>
public sealed record SolveProgress(SearchPhase Phase, double ElapsedSeconds, RotaScore Best, RotaScore? Bound, int Uncovered, long Moves, int SubProblems)
{
    /// <summary>How far the best may be from the optimum, of the soft score; only where the bound covers what is uncovered too.</summary>
    public double? Gap => Gaps.Of(Best, Bound);
}

/// <summary>What a search found.</summary>
/// <param name="Schedule">The best rota found; lawful unless <paramref name="Reason"/> says that nothing is.</param>
/// <param name="SubProblems">Sub-problems given to CP-SAT.</param>
public sealed record SolveResult(PreparedProblem Problem, Schedule Schedule, RotaScore Score, RotaScore? Bound, StopReason Reason, double Seconds, long Moves, int SubProblems)
{
    /// <summary>The rota to keep.</summary>
    public WeeklyRota Rota { get; } = Schedule.ToRota();

    /// <summary>What went wrong with the engine, if anything did: the rota is then the best that local search found without it.</summary>
    public string? EngineFailure { get; init; }

    /// <summary>How far the rota may be from the optimum, of its soft score.</summary>
    public double? Gap => Gaps.Of(Score, Bound);
}

internal static class Gaps
{
    /// <summary>(soft − bound) ÷ soft, where the bound proves that no more can be covered; otherwise no gap can be told.</summary>
    public static double? Of(RotaScore score, RotaScore? bound)
    {
        if (bound is not { } proven || proven.Hard != score.Hard || proven.Uncovered != score.Uncovered)
        {
            return null;
        }

        return score.Soft == 0 ? 0 : Math.Max(0, (score.Soft - proven.Soft) / (double)score.Soft);
    }
}
