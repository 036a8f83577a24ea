using System.Collections.Immutable;
using System.Diagnostics;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>One run of the search: its clock, its best rota, its bound, and what it tells its caller.</summary>
internal sealed class SearchRun
{
    private const int ReportEveryMilliseconds = 250;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly SolveOptions options;
    private readonly Action<SolveProgress>? onProgress;
    private readonly Lock gate = new();
    private SearchPhase phase = SearchPhase.Preparing;
    private RotaScore? bound;
    private long moves;
    private int subProblems;
    private long lastReport;

    public SearchRun(PreparedProblem problem, SolveOptions options, Action<SolveProgress>? onProgress, CancellationToken stop)
    {
        (Problem, this.options, this.onProgress, Stop) = (problem, options, onProgress, stop);
        Best = new Schedule(problem);
        BestScore = new Evaluator(Best).Score;
        Candidates = new Candidates(problem);
        NodeCount = problem.Visits.Sum(visit => Enumerable.Range(0, visit.Starts.Length).Sum(start => Candidates.At(visit.Index, start).Length));
    }

    public PreparedProblem Problem { get; }
    public Candidates Candidates { get; }
    public CancellationToken Stop { get; }
    public Schedule Best { get; private set; }
    public RotaScore BestScore { get; private set; }

    /// <summary>Worker, visit and start combinations: the size of the whole week's model.</summary>
    public int NodeCount { get; }
    public int Round { get; private set; }
    public double SecondsLeft => Math.Max(0, options.Seconds - watch.Elapsed.TotalSeconds);
    public bool Stopped => Stop.IsCancellationRequested || Round >= (options.Rounds ?? int.MaxValue);

    public void Enter(SearchPhase next)
    {
        phase = next;
        Report(force: true);
    }

    public void Construct()
    {
        Enter(SearchPhase.Constructing);
        Schedule schedule = new(Problem);
        Evaluator evaluator = new(schedule);
        new Construction(evaluator, Candidates).Run(
            () =>
            {
                (Best, BestScore) = (schedule, evaluator.Score);
                Report(force: false);
            },
            Stop);
        (Best, BestScore) = (schedule.Copy(), evaluator.Score);
        Enter(SearchPhase.Improving);
    }

    /// <summary>A round of islands from the best rota; the best of them, lowest island first, becomes the best.</summary>
    public async Task ImproveAsync(int count)
    {
        int round = Round++;
        double from = Math.Min(0.95, Progress());
        double to = Math.Min(1, from + 0.3);
        RotaState[] islands = [.. Enumerable.Range(0, options.Threads).Select(i => new RotaState(Best.Copy(), Candidates, IslandSeed(round, i)))];
        Annealing[] searches = [.. islands.Select((island, i) => new Annealing(island, RotaState.Cooling, new SearchRandom(IslandSeed(round, i))))];
        await Task.WhenAll(searches.Select(search => Task.Run(() => search.Run(made => from + ((to - from) * made / count), to, onBetter: null, Stop), CancellationToken.None)));
        moves += searches.Sum(search => search.Moves);
        foreach (RotaState island in islands)
        {
            Take(island.Best, island.BestScore);
        }

        Report(force: true);
    }

    /// <summary>Everything free, for the proof of a small week.</summary>
    public EncodingScope WholeScope() => new(Best, Problem.Visits.ToImmutableDictionary(v => v.Index, v => Candidates.Workers[v.Index]));

    /// <summary>Takes the schedule if it is better.</summary>
    public void Offer(Schedule? schedule)
    {
        if (schedule is not null)
        {
            Take(schedule, new Evaluator(schedule).Score);
        }

        Report(force: true);
    }

    /// <summary>Puts a solved part into the best rota, where the whole gets better by it.</summary>
    public void Merge(EncodingScope part, Schedule? answer)
    {
        if (answer is null)
        {
            return;
        }

        Evaluator evaluator = new(Best.Copy());
        foreach (int visit in part.Candidates.Keys)
        {
            evaluator.Assign(visit, -1, []);
        }

        foreach (int visit in part.Candidates.Keys.Order().Where(answer.Covered))
        {
            evaluator.Assign(visit, answer.StartIndex(visit), answer.Workers(visit));
        }

        Take(evaluator.Schedule, evaluator.Score);
        Report(force: false);
    }

    /// <summary>Takes a bound that CP-SAT proved of the whole week, where it is tighter than the one known.</summary>
    public void Prove(ModelBound proven)
    {
        RotaScore next = new(0, proven.Uncovered, proven.Soft ?? 0);
        lock (gate)
        {
            bound = bound is { } known && known > next ? known : next;
        }

        Report(force: false);
    }

    public void CountSubProblems(int count) => subProblems += count;

    /// <summary>The engine's last failure; once there is one, the search goes on without CP-SAT.</summary>
    public string? EngineFailure { get; set; }

    public SolveResult Finish(bool proved, bool cancelled)
    {
        StopReason reason = BestScore.Hard > 0 ? StopReason.NothingFeasible
            : proved ? StopReason.ProvedOptimal
            : cancelled ? StopReason.Cancelled
            : Round >= (options.Rounds ?? int.MaxValue) ? StopReason.RoundLimit : StopReason.TimeLimit;
        if (reason == StopReason.ProvedOptimal)
        {
            bound = BestScore; // CP-SAT's own bound leaves out workers who can make no visit, whatever their week costs.
        }

        Enter(SearchPhase.Done);
        return new SolveResult(Problem, Best, BestScore, bound, reason, watch.Elapsed.TotalSeconds, moves, subProblems) { EngineFailure = EngineFailure };
    }

    private int IslandSeed(int round, int island) => unchecked((options.Seed * 7919) + (round * 31) + island);

    private double Progress() => options.Rounds is { } rounds ? (double)Round / rounds : watch.Elapsed.TotalSeconds / options.Seconds;

    private void Take(Schedule schedule, RotaScore score)
    {
        if (score < BestScore)
        {
            (Best, BestScore) = (schedule, score);
        }
    }

    private void Report(bool force)
    {
        if (onProgress is null)
        {
            return;
        }

        lock (gate)
        {
            if (!force && watch.ElapsedMilliseconds - lastReport < ReportEveryMilliseconds)
            {
                return;
            }

            lastReport = watch.ElapsedMilliseconds;
            int uncovered = Problem.Visits.Count(visit => !Best.Covered(visit.Index));
            onProgress(new SolveProgress(phase, watch.Elapsed.TotalSeconds, BestScore, bound, uncovered, moves, subProblems));
        }
    }
}
