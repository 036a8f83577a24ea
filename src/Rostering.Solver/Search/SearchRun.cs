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

    // Islands exchange ten times in a search, but not in its first half: exchange among the hot only makes them alike.
    private const int Exchanges = 10;
    private const double AloneUntil = 0.5;
    private const double LeastRoundShare = 0.001;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly SolveOptions options;
    private readonly Action<SolveProgress>? onProgress;
    private readonly Lock gate = new();
    private SearchPhase phase = SearchPhase.Preparing;
    private RotaScore? bound;
    private long moves;
    private int subProblems;
    private long lastReport;
    private RotaIslands? islands;
    private double roundShare = LeastRoundShare;

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

    /// <summary>The share of the search that is done, 0 to 1.</summary>
    public double Progress => Math.Min(1, options.Rounds is { } rounds ? (double)Round / rounds : watch.Elapsed.TotalSeconds / options.Seconds);

    /// <summary>A round of the islands, as many moves for each; the best that they met becomes the best.</summary>
    public async Task ImproveAsync(int count)
    {
        islands ??= new RotaIslands(Best, Candidates, options);
        double from = Progress;
        Round++;
        double to = Math.Min(1, options.Rounds is null ? from + roundShare : Progress);
        (RotaState best, long made) = await islands.RunAsync(count, from, to, Stop);
        roundShare = Math.Max(LeastRoundShare, Progress - from);
        moves += made;
        Take(best.Best, best.BestScore);
        if (to >= AloneUntil && (int)(from * Exchanges) < (int)(to * Exchanges))
        {
            Share();
        }

        Report(force: true);
    }

    /// <summary>Lets the islands that are behind go on from the best rota.</summary>
    public void Share()
    {
        if (!options.Without.HasFlag(SearchPart.Exchange))
        {
            islands?.Adopt(Best, BestScore);
        }
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

    public bool HasBound => bound is not null;

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
