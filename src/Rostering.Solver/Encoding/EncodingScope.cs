using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Encoding;

/// <summary>What a model may change: the free visits with the workers each may get. Everything else stays as in the schedule.</summary>
public sealed record EncodingScope(Schedule Held, ImmutableDictionary<int, ImmutableArray<int>> Candidates)
{
    /// <summary>Everything free: every visit, and any worker.</summary>
    public static EncodingScope Whole(PreparedProblem problem)
    {
        ImmutableArray<int> everyone = [.. Enumerable.Range(0, problem.Workers.Length)];
        return new EncodingScope(new Schedule(problem), problem.Visits.ToImmutableDictionary(v => v.Index, _ => everyone));
    }

    /// <summary>The visit may change.</summary>
    public bool Free(int visit) => Candidates.ContainsKey(visit);

    /// <summary>Workers whose week may change, ascending: candidates, and whoever holds a free visit now.</summary>
    public ImmutableArray<int> Workers() =>
        [.. Candidates.Values.SelectMany(c => c).Concat(Candidates.Keys.SelectMany(v => Held.Workers(v))).Distinct().Order()];
}
