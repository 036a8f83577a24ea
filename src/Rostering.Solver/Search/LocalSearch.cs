using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>
/// Simulated annealing on one schedule (Kirkpatrick, Gelatt and Vecchi 1983): small moves and ruin-and-recreate (Schrimpf et al. 2000).
/// Hard rules are never broken further; what cannot be served stays uncovered, priced by need.
/// </summary>
internal sealed class LocalSearch
{
    // An uncovered minute weighs this many points against the soft score: dear enough that annealing seldom trades cover for comfort; what is best is judged level by level.
    private const double PointsPerUncovered = 100_000;
    private const double FirstTemperature = 150_000;
    private const double LastTemperature = 1_500;
    private readonly Evaluator evaluator;
    private readonly Random random;
    private readonly MoveSet moves;
    private readonly ChangeLog log;

    public LocalSearch(Schedule start, Candidates candidates, int seed)
    {
        evaluator = new Evaluator(start);
        random = new Random(seed);
        log = new ChangeLog(evaluator);
        moves = new MoveSet(log, candidates, random);
        Best = start.Copy();
        BestScore = evaluator.Score;
    }

    /// <summary>The best schedule met.</summary>
    public Schedule Best { get; private set; }

    /// <summary>Its score.</summary>
    public RotaScore BestScore { get; private set; }

    /// <summary>Moves tried.</summary>
    public long Moves { get; private set; }

    /// <summary>Anneals for a number of moves, from one part of the cooling to another (0 hot, 1 cold).</summary>
    public void Run(int count, double from, double to, CancellationToken stop)
    {
        if (evaluator.Schedule.Problem.Visits.IsEmpty)
        {
            return;
        }

        for (int move = 0; move < count && !stop.IsCancellationRequested; move++)
        {
            double progress = from + ((to - from) * move / count);
            Step(FirstTemperature * Math.Pow(LastTemperature / FirstTemperature, progress));
        }
    }

    private void Step(double temperature)
    {
        RotaScore before = evaluator.Score;
        log.Begin();
        moves.Propose();
        Moves++;
        if (!Accept(evaluator.Score - before, temperature))
        {
            log.Undo();
            return;
        }

        if (evaluator.Score < BestScore)
        {
            BestScore = evaluator.Score;
            Best = evaluator.Schedule.Copy();
        }
    }

    private bool Accept(RotaScore change, double temperature)
    {
        if (change.Hard != 0)
        {
            return change.Hard < 0;
        }

        double worse = (change.Uncovered * PointsPerUncovered) + change.Soft;
        return worse <= 0 || random.NextDouble() < Math.Exp(-worse / temperature);
    }
}

/// <summary>Remembers what a move changed, so that it can be taken back.</summary>
internal sealed class ChangeLog(Evaluator evaluator)
{
    private readonly Stack<(int Visit, int Start, int[] Workers)> changes = [];

    public Evaluator Evaluator { get; } = evaluator;

    public Schedule Schedule => Evaluator.Schedule;

    public void Begin() => changes.Clear();

    public void Assign(int visit, int start, ReadOnlySpan<int> workers)
    {
        changes.Push((visit, Schedule.StartIndex(visit), Schedule.Workers(visit)));
        Evaluator.Assign(visit, start, workers);
    }

    public void Undo()
    {
        while (changes.TryPop(out var change))
        {
            Evaluator.Assign(change.Visit, change.Start, change.Workers);
        }
    }
}
