using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>
/// A week's rota as annealing changes it: small moves and ruin-and-recreate (Schrimpf et al. 2000). Hard rules are never broken further;
/// what cannot be served stays uncovered, priced by need.
/// </summary>
internal sealed class RotaState : ISearchState
{
    /// <summary>Temperatures of a whole search, in points of the soft score.</summary>
    public static readonly Cooling Cooling = new(First: 150_000, Last: 1_500);

    // An uncovered minute weighs this many points against the soft score: dear enough that annealing seldom trades cover for comfort; what is best is judged level by level.
    private const double PointsPerUncovered = 100_000;
    private readonly Evaluator evaluator;
    private readonly MoveSet moves;
    private readonly ChangeLog log;

    public RotaState(Schedule start, Candidates candidates, SearchPart without, int seed)
    {
        evaluator = new Evaluator(start);
        log = new ChangeLog(evaluator);
        moves = new MoveSet(log, candidates, without, new Random(seed));
        Best = start.Copy();
        BestScore = evaluator.Score;
    }

    /// <summary>The best schedule met.</summary>
    public Schedule Best { get; private set; }

    /// <summary>Its score.</summary>
    public RotaScore BestScore { get; private set; }

    public double Cost => (evaluator.Score.Uncovered * PointsPerUncovered) + evaluator.Score.Soft;

    public bool TryMove(double limit)
    {
        if (evaluator.Schedule.Problem.Visits.IsEmpty)
        {
            return false;
        }

        long hard = evaluator.Score.Hard;
        log.Begin();
        moves.Propose();
        bool accepted = evaluator.Score.Hard == hard ? Cost <= limit : evaluator.Score.Hard < hard;
        if (!accepted)
        {
            log.Undo();
        }

        return accepted;
    }

    public bool KeepIfBest()
    {
        if (evaluator.Score >= BestScore)
        {
            return false;
        }

        BestScore = evaluator.Score;
        Best = evaluator.Schedule.Copy();
        return true;
    }
}
