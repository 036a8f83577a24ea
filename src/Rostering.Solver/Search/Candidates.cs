using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Search;

/// <summary>Who may make which visit at which starts, as far as that depends on nothing else the worker does.</summary>
public sealed class Candidates
{
    private readonly ImmutableArray<ImmutableArray<int>>[] byVisit;

    public Candidates(PreparedProblem problem)
        : this(problem, _ => true)
    {
    }

    /// <summary>Candidates of some visits only; the others have none.</summary>
    public Candidates(PreparedProblem problem, Func<PreparedVisit, bool> of)
    {
        byVisit = new ImmutableArray<ImmutableArray<int>>[problem.Visits.Length];
        ILookup<int, PreparedWorker> members = problem.Workers
            .SelectMany(worker => Enumerable.Range(0, worker.TeamPay.Length).Where(team => worker.TeamPay[team] >= 0).Select(team => (team, worker)))
            .ToLookup(x => x.team, x => x.worker);
        Parallel.For(0, byVisit.Length, v => byVisit[v] = Of(problem, problem.Visits[v], of(problem.Visits[v]) ? [.. members[problem.Visits[v].Team]] : []));
        Workers = [.. byVisit.Select(starts => starts.SelectMany(w => w).Distinct().Order().ToImmutableArray())];
    }

    /// <summary>For each visit, workers who may make it at some start, ascending.</summary>
    public ImmutableArray<ImmutableArray<int>> Workers { get; }

    /// <summary>Workers who may make a visit at one of its starts, ascending.</summary>
    public ImmutableArray<int> At(int visit, int startIndex) => byVisit[visit][startIndex];

    /// <summary>Whether a worker may make a visit at one of its starts.</summary>
    public bool May(int worker, int visit, int startIndex) => byVisit[visit][startIndex].BinarySearch(worker) >= 0;

    // Only members of the visit's team are asked: the team rule refuses everybody else, and asking them all costs a large provider seconds.
    private static ImmutableArray<ImmutableArray<int>> Of(PreparedProblem problem, PreparedVisit visit, PreparedWorker[] members)
    {
        FindingSink sink = new(RuleCatalogue.Weights(problem), keep: false);
        return
        [
            .. Enumerable.Range(0, visit.Starts.Length)
                .Select(start => members.Where(worker => Lawful(worker, start)).Select(worker => worker.Index).Order().ToImmutableArray()),
        ];

        bool Lawful(PreparedWorker worker, int start)
        {
            sink.Clear();
            RuleWalk.Pair(problem, worker, visit, start, sink);
            return sink.Score.Hard == 0;
        }
    }
}
